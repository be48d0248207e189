import { accessRow } from '../../miniprogram/format/access-lines';

const today = '2026-06-01';
const line = {
  at: Date.UTC(2026, 5, 1, 0, 0),
  who: 'staff' as const,
  role: 'librarian' as const,
  action: 'circulation.finesAtDesk',
  result: 'done' as const,
  reason: null,
};

test.each([
  [{}, '馆员', '查看逾期费', '', true],
  [{ role: 'admin' as const }, '管理员', '查看逾期费', '', true],
  [{ reason: '读者来电' }, '馆员', '查看逾期费', '原因：读者来电', true],
  [
    { action: 'circulation.settleFine', result: 'waived' as const, reason: '住院' },
    '馆员',
    '结清或免去逾期费',
    '原因：住院',
    true,
  ],
  [{ who: 'self' as const, role: null, action: 'circulation.renew' }, '我自己', '续借', '', false],
  [
    { who: 'job' as const, role: null, action: 'circulation.lapseHold' },
    '系统',
    '预约过期，已经结束',
    '',
    true,
  ],
  [{ who: 'family' as const, role: null, action: 'of.tomorrow' }, '家人', '查看或改动了记录', '', true],
])('a line %j says who did what, and why', (change, who, deed, note, isOther) => {
  const row = accessRow({ ...line, ...change }, 0, today);
  expect([row.who, row.deed, row.note, row.isOther, row.when]).toEqual([
    who,
    deed,
    note,
    isOther,
    '今天 08:00',
  ]);
});
