import { copyLine, whereToGet } from '../../miniprogram/format/holdings';
import type { Copy } from '../../miniprogram/format/holdings';
import { branchLine } from '../../miniprogram/format/opening-hours';
import { availabilityOf } from '../../miniprogram/format/result-row';
import type { WorkCard } from '../../miniprogram/format/result-row';

const today = '2026-05-30';
const names = { main: '总馆', xipan: '溪畔分馆' };

const copy = (status: Copy['status'], details: Partial<Copy> = {}): Copy => ({
  barcode: status,
  branchId: 'main',
  shelf: '三层 3-12-4',
  callNumber: 'C912.82/25',
  status,
  dueOn: null,
  ...details,
});

describe('a copy as a line', () => {
  test.each([
    [copy('available'), '可借', 'available'],
    [copy('on-loan', { dueOn: '2026-06-12' }), '6 月 12 日还', 'out'],
    [copy('on-loan', { dueOn: '2026-05-30' }), '今天还', 'out'],
    [copy('on-loan', { dueOn: '2026-05-29' }), '逾期未还', 'out'],
    [copy('on-loan'), '借出', 'out'],
    [copy('on-hold-shelf'), '预约待取', 'other'],
    [copy('in-transit'), '调拨途中', 'other'],
    [copy('in-process'), '加工中', 'other'],
    [copy('reference'), '馆内阅览', 'other'],
    [copy('missing'), '暂时找不到', 'other'],
  ])('%j', (given, status, tone) => {
    expect(copyLine(given, [given], names, today)).toMatchObject({
      status,
      tone,
      place: '总馆 · 三层 3-12-4',
    });
  });

  test('a branch without a name and a copy without a shelf still make a line', () => {
    const given = copy('available', { branchId: 'new', shelf: null });
    expect(copyLine(given, [given], names, today).place).toBe('馆藏地');
  });

  test.each([
    ['another branch has one', copy('on-loan'), copy('on-loan', { branchId: 'xipan' }), true],
    ['another volume is free', copy('on-loan'), copy('available', { callNumber: 'C912.82/25:2' }), true],
    ['kept for somebody', copy('on-hold-shelf'), copy('reference', { branchId: 'xipan' }), true],
    ['on its way', copy('in-transit'), copy('on-loan', { branchId: 'xipan' }), true],
    ['the others are the same', copy('on-loan'), copy('on-loan', { barcode: '2' }), false],
    ['it stands on its shelf', copy('available'), copy('on-loan', { branchId: 'xipan' }), false],
    ['it is never lent', copy('reference'), copy('on-loan', { branchId: 'xipan' }), false],
    ['it is missing', copy('missing'), copy('on-loan', { branchId: 'xipan' }), false],
  ])('waiting for this very copy: %s', (_, given, other, isWorthWaiting) => {
    expect(copyLine(given, [given, other], names, today)).toMatchObject({ isWorthWaiting });
  });

  test('no waiting for a copy where one like it stands on the shelf', () => {
    const all = [copy('on-loan'), copy('available'), copy('on-loan', { branchId: 'xipan' })];
    expect(all.map((each) => copyLine(each, all, names, today).isWorthWaiting)).toEqual([false, false, true]);
  });
});

describe('where to get a book', () => {
  test.each([
    [[], '暂无馆藏', false],
    [[copy('available'), copy('on-loan', { dueOn: '2026-06-12' })], '在架上：三层 3-12-4', true],
    [[copy('available', { shelf: null })], '在架上：总馆', true],
    [[copy('reference')], '仅供馆内阅览', true],
    [[copy('on-loan', { dueOn: '2026-06-12' })], '都借出了，最早 6 月 12 日还', false],
    [[copy('on-loan', { dueOn: '2026-05-01' })], '现在都不能借', false],
    [[copy('missing')], '现在都不能借', false],
  ])('%#: %j', (copies, text, canBeFetched) => {
    const where = whereToGet(copies, names, today);
    expect([where.text, where.copy !== null]).toEqual([text, canBeFetched]);
  });
});

const card = (copies: number, available: number, holdings: WorkCard['holdings']): WorkCard => ({
  workId: 'w',
  bookId: 'b',
  title: '乡土中国',
  authors: [],
  publisher: null,
  year: null,
  language: null,
  clc: null,
  callNumber: null,
  isbn: null,
  editionIds: ['b'],
  copies,
  available,
  holdings,
});

describe('a work in a list', () => {
  const shelf = '三层';
  test.each([
    [card(0, 0, []), '暂无馆藏复本', 'none'],
    [card(2, 0, [{ branchId: 'main', shelf, copies: 2, available: 0 }]), '都借出了 · 共 2 册', 'out'],
    [card(4, 3, [{ branchId: 'main', shelf, copies: 4, available: 3 }]), '可借 3 · 总馆 三层', 'available'],
    [card(1, 1, [{ branchId: 'new', shelf: null, copies: 1, available: 1 }]), '可借 1', 'available'],
  ])('%#', (given, availability, tone) => {
    expect(availabilityOf(given, names)).toEqual({ availability, tone });
  });
});

describe('a branch on a day', () => {
  const branch = {
    branchId: 'main',
    name: '总馆',
    address: '图书馆路 1 号',
    phone: null,
    hours: [{ opens: '08:00', closes: '22:30' }],
    isOpen: true,
    nextChange: { day: today, time: '22:30' },
  };
  test.each([
    [branch, '开着，到 22:30', '8:00–22:30 · 图书馆路 1 号'],
    [
      { ...branch, nextChange: { day: '2026-05-31', time: '02:00' } },
      '开着，到 明天 2:00',
      '8:00–22:30 · 图书馆路 1 号',
    ],
    [{ ...branch, nextChange: null }, '开着', '8:00–22:30 · 图书馆路 1 号'],
    [
      { ...branch, isOpen: false, nextChange: { day: '2026-05-31', time: '08:00' } },
      '已关，明天 8:00 开',
      '8:00–22:30 · 图书馆路 1 号',
    ],
    [{ ...branch, isOpen: false, hours: [], nextChange: null }, '今天闭馆', '图书馆路 1 号'],
    [{ ...branch, isOpen: false, hours: null, nextChange: null, address: null }, '开放时间未登记', ''],
  ])('%#', (given, status, detail) => {
    expect(branchLine(given, today)).toMatchObject({ status, detail });
  });
});
