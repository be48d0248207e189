import { isDamage, readWritten, type FieldReader } from '../../cloudfunctions/kernel/written-fields';

const at = new Date('2026-03-20T04:00:00Z');

test.each<[keyof FieldReader, unknown, unknown, string | null]>([
  ['text', 'x', 'x', null],
  ['text', '', undefined, 'missing'],
  ['text', null, undefined, 'missing'],
  ['text', undefined, undefined, 'missing'],
  ['text', 7, undefined, 'not-text'],
  ['textOrNone', '', null, null],
  ['textOrNone', undefined, null, null],
  ['textOrNone', 'x', 'x', null],
  ['textOrNone', false, undefined, 'not-text'],
  ['day', '2026-03-20', '2026-03-20', null],
  ['day', '2026/3/20', '2026-03-20', 'loosely-written'],
  ['day', 'soon', undefined, 'not-a-day'],
  ['day', '', undefined, 'missing'],
  ['dayOrNone', '', null, null],
  ['dayOrNone', 'soon', undefined, 'not-a-day'],
  ['whole', 0, 0, null],
  ['whole', -1, undefined, 'out-of-range'],
  ['whole', 1.5, undefined, 'not-a-whole-number'],
  ['whole', '1', undefined, 'not-a-whole-number'],
  ['whole', null, undefined, 'missing'],
  ['wholeOrNone', null, null, null],
  ['wholeOrNone', -1, undefined, 'out-of-range'],
  ['instant', at, at, null],
  ['instant', new Date(Number.NaN), undefined, 'not-an-instant'],
  ['instant', '2026-03-20', undefined, 'not-an-instant'],
  ['instant', undefined, undefined, 'missing'],
  ['any', false, false, null],
  ['any', undefined, null, null],
])('a field that is to be %s and is %j', (kind, written, value, code) => {
  const fields = readWritten('c', 'id', { field: written });
  expect((fields[kind] as (field: string) => unknown)('field')).toEqual(value);
  expect(fields.faults).toEqual(code === null ? [] : [{ _id: 'c/id', field: 'field', code }]);
});

test.each([
  [1, 1, null],
  [0, undefined, 'out-of-range'],
])('a sum of at least 1 that is %j', (written, value, code) => {
  const fields = readWritten('c', 'id', { field: written });
  expect([fields.whole('field', 1), fields.faults[0]?.code ?? null]).toEqual([value, code]);
});

test.each([
  ['a', 'a', null],
  ['c', undefined, 'unknown-value'],
  ['', undefined, 'missing'],
])('one of a and b that is %j', (written, value, code) => {
  const fields = readWritten('c', 'id', { field: written });
  expect([fields.oneOf('field', ['a', 'b']), fields.faults[0]?.code ?? null]).toEqual([value, code]);
  const orNone = readWritten('c', 'id', { field: written }).oneOfOrNone('field', ['a', 'b']);
  expect(orNone).toBe(written === '' ? null : value);
});

const row = { name: 'x', size: 1 };
test.each<[unknown, readonly unknown[], readonly string[]]>([
  [undefined, [], []],
  [[], [], []],
  [[row], [row], []],
  [null, [], ['rows not-a-list']],
  ['rows', [], ['rows not-a-list']],
  [[row, null, 7, [row], at], [row], ['1', '2', '3', '4'].map((place) => `rows[${place}] not-a-row`)],
  [[{ name: 'y' }, row], [row], ['rows[0].size missing']],
  [[{ name: '', size: -1 }], [], ['rows[0].name missing', 'rows[0].size out-of-range']],
])('a list of rows that is %j: what can’t be told is left out and named', (rows, understood, faults) => {
  const fields = readWritten('c', 'id', { rows });
  const read = fields.list<{ name: string; size: number }>('rows', (entry) => ({
    name: entry.text('name'),
    size: entry.whole('size'),
  }));
  expect(read).toEqual(understood);
  expect(fields.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

test.each<[unknown, readonly string[], readonly string[]]>([
  [['a', 'b'], ['a', 'b'], []],
  [['a', 7, ''], ['a'], ['not-a-list-of-texts']],
  [undefined, [], []],
  ['a', [], ['not-a-list']],
])('a list of texts that is %j', (written, texts, codes) => {
  const fields = readWritten('c', 'id', { field: written });
  expect(fields.texts('field')).toEqual(texts);
  expect(fields.faults.map(({ code }) => code)).toEqual(codes);
});

test('only a day that is written in another way does no damage', () => {
  expect([isDamage({ code: 'loosely-written' }), isDamage({ code: 'missing' })]).toEqual([false, true]);
});
