import { collectionOf } from './support/collection-of';
import type { Aggregate, Collection, Database, Query, Sdk } from './support/sdks';
import { sdkNames, serveDatabase, type ServedDatabase } from './support/served-database';

/** What the SDKs' command object can do, as far as it is asked here. */
type Logic = { and(other: unknown): Logic; or(other: unknown): Logic };
type Operators<Names extends string, Result = unknown> = {
  readonly [name in Names]: (...operands: unknown[]) => Result;
};
type Expressions = Operators<'add' | 'gt' | 'max' | 'push'>;
type Command = Operators<
  | 'addToSet'
  | 'all'
  | 'and'
  | 'elemMatch'
  | 'eq'
  | 'exists'
  | 'expr'
  | 'gt'
  | 'gte'
  | 'in'
  | 'inc'
  | 'lt'
  | 'lte'
  | 'max'
  | 'min'
  | 'mod'
  | 'mul'
  | 'neq'
  | 'nin'
  | 'nor'
  | 'not'
  | 'or'
  | 'pop'
  | 'pull'
  | 'pullAll'
  | 'push'
  | 'remove'
  | 'rename'
  | 'set'
  | 'shift'
  | 'size'
  | 'unshift',
  Logic
> & { readonly aggregate: Expressions };
type StageName =
  | 'addFields'
  | 'bucket'
  | 'count'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'sample'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind';
type Stages = { readonly [name in StageName]: (value: unknown) => Stages } & Aggregate;
type Row = Record<string, unknown>;

let served: ServedDatabase;
beforeAll(async () => {
  served = await serveDatabase([collectionOf('c', [[['tags', 1]], [['n', 1]]]), collectionOf('other')]);
});
afterAll(() => served.close());
beforeEach(() => served.clear());

const rows = (): Row[] => [
  { _id: 'a', n: 1, o: { x: 1, y: 2 }, tags: ['p', 'q'], t: 'Hello' },
  { _id: 'b', n: null, tags: [], t: 'hello world' },
  { _id: 'c', o: { x: 5 }, tags: ['q'], t: '书' },
  { _id: 'd', n: -2.5, when: new Date(5), tags: 'q' },
];

/** Documented results: https://www.mongodb.com/docs/manual/reference/operator/query/ */
const queries: readonly (readonly [
  name: string,
  filter: (_: Command, db: Database) => unknown,
  found: string,
])[] = [
  ['eq', (_) => ({ n: _.eq(1) }), 'a'],
  ['eq null: null and missing', () => ({ n: null }), 'bc'],
  ['eq of a whole object, keys in order', (_) => ({ o: _.eq({ x: 1, y: 2 }) }), 'a'],
  ['eq of a part of an object is not equal', (_) => ({ o: _.eq({ x: 1 }) }), ''],
  ['an object in where() asks for its fields', () => ({ o: { x: 1 } }), 'a'],
  ['a dotted path', () => ({ 'o.x': 5 }), 'c'],
  ['a position in an array', () => ({ 'tags.0': 'q' }), 'c'],
  ['a whole array', () => ({ tags: ['p', 'q'] }), 'a'],
  ['an empty array', () => ({ tags: [] }), 'b'],
  ['a date', () => ({ when: new Date(5) }), 'd'],
  ['neq', (_) => ({ n: _.neq(1) }), 'bcd'],
  ['neq null', (_) => ({ n: _.neq(null) }), 'ad'],
  ['gt', (_) => ({ n: _.gt(-2.5) }), 'a'],
  ['gte', (_) => ({ n: _.gte(-2.5) }), 'ad'],
  ['lt', (_) => ({ n: _.lt(1) }), 'd'],
  ['lte', (_) => ({ n: _.lte(1) }), 'ad'],
  ['a range stays in its type', (_) => ({ t: _.gt(0) }), ''],
  ['in', (_) => ({ n: _.in([1, -2.5]) }), 'ad'],
  ['in, with null', (_) => ({ n: _.in([null, 1]) }), 'abc'],
  ['in nothing', (_) => ({ n: _.in([]) }), ''],
  ['nin', (_) => ({ n: _.nin([1, null]) }), 'd'],
  ['and on a field', (_) => ({ n: _.gt(-5).and(_.lt(1)) }), 'd'],
  ['or on a field', (_) => ({ n: _.lt(0).or(_.eq(1)) }), 'ad'],
  ['and', (_) => _.and([{ tags: 'q' }, { n: 1 }]), 'a'],
  ['or', (_) => _.or([{ tags: 'p' }, { t: '书' }]), 'ac'],
  ['nor', (_) => _.nor([{ n: 1 }, { n: null }]), 'd'],
  ['not', (_) => ({ n: _.not(_.gt(0)) }), 'bcd'],
  ['exists', (_) => ({ n: _.exists(true) }), 'abd'],
  ['exists not', (_) => ({ n: _.exists(false) }), 'c'],
  ['mod', (_) => ({ n: _.mod(2, 1) }), 'a'],
  ['all', (_) => ({ tags: _.all(['q', 'p']) }), 'a'],
  ['all of a single value', (_) => ({ tags: _.all(['q']) }), 'acd'],
  ['elemMatch, in arrays only', (_) => ({ tags: _.elemMatch(_.eq('q')) }), 'ac'],
  ['size, of arrays only', (_) => ({ tags: _.size(1) }), 'c'],
  ['a regular expression', (_, db) => ({ t: db.RegExp({ regexp: '^hello' }) }), 'b'],
  ['a regular expression with i', (_, db) => ({ t: db.RegExp({ regexp: '^hello', options: 'i' }) }), 'ab'],
  ['a literal of one', () => ({ t: /WORLD$/i }), 'b'],
  ['expr', (_) => _.expr(_.aggregate.gt(['$n', 0])), 'a'],
];

/** Documented results: https://www.mongodb.com/docs/manual/reference/operator/update/ */
const updates: readonly (readonly [name: string, change: (_: Command) => Row, after: (row: Row) => Row])[] = [
  ['an object merges into the one there', () => ({ o: { y: 3 } }), (row) => ({ ...row, o: { x: 1, y: 3 } })],
  ['set replaces an object', (_) => ({ o: _.set({ w: 1 }) }), (row) => ({ ...row, o: { w: 1 } })],
  ['a dotted path', () => ({ 'o.z.deep': 1 }), (row) => ({ ...row, o: { x: 1, y: 2, z: { deep: 1 } } })],
  ['a position in an array', () => ({ 'tags.1': 'z' }), (row) => ({ ...row, tags: ['p', 'z'] })],
  ['null', () => ({ t: null }), (row) => ({ ...row, t: null })],
  ['undefined is no change', () => ({ t: undefined, n: 2 }), (row) => ({ ...row, n: 2 })],
  ['remove', (_) => ({ t: _.remove(), none: _.remove() }), ({ t: _t, ...row }) => row],
  ['inc', (_) => ({ n: _.inc(-3), fresh: _.inc(2) }), (row) => ({ ...row, n: -2, fresh: 2 })],
  ['mul', (_) => ({ n: _.mul(4), fresh: _.mul(2) }), (row) => ({ ...row, n: 4, fresh: 0 })],
  ['min', (_) => ({ n: _.min(-1) }), (row) => ({ ...row, n: -1 })],
  ['max', (_) => ({ n: _.max(7) }), (row) => ({ ...row, n: 7 })],
  ['rename', (_) => ({ t: _.rename('title') }), ({ t, ...row }) => ({ ...row, title: t })],
  ['push', (_) => ({ tags: _.push('x') }), (row) => ({ ...row, tags: ['p', 'q', 'x'] })],
  [
    'push of several',
    (_) => ({ tags: _.push(['x', 'y']) }),
    (row) => ({ ...row, tags: ['p', 'q', 'x', 'y'] }),
  ],
  [
    'push at a place, sorted, cut',
    (_) => ({ tags: _.push({ each: ['z', 'o'], position: 0, sort: 1, slice: 3 }) }),
    (row) => ({ ...row, tags: ['o', 'p', 'q'] }),
  ],
  [
    'push, the last ones kept',
    (_) => ({ tags: _.push({ each: ['r'], slice: -2 }) }),
    (row) => ({ ...row, tags: ['q', 'r'] }),
  ],
  ['pop', (_) => ({ tags: _.pop() }), (row) => ({ ...row, tags: ['p'] })],
  ['shift', (_) => ({ tags: _.shift() }), (row) => ({ ...row, tags: ['q'] })],
  ['unshift', (_) => ({ tags: _.unshift(['o']) }), (row) => ({ ...row, tags: ['o', 'p', 'q'] })],
  ['pull', (_) => ({ tags: _.pull('p') }), (row) => ({ ...row, tags: ['q'] })],
  ['pull by a condition', (_) => ({ tags: _.pull(_.in(['p', 'q'])) }), (row) => ({ ...row, tags: [] })],
  ['pullAll', (_) => ({ tags: _.pullAll(['q']) }), (row) => ({ ...row, tags: ['p'] })],
  ['addToSet', (_) => ({ tags: _.addToSet('q') }), (row) => row],
  [
    'addToSet of several',
    (_) => ({ tags: _.addToSet({ $each: ['q', 'r', 'r'] }) }),
    (row) => ({ ...row, tags: ['p', 'q', 'r'] }),
  ],
];

/** What MongoDB refuses, with its words. */
const refusals: readonly (readonly [name: string, change: (_: Command) => Row, words: string])[] = [
  ['inc of a text', (_) => ({ t: _.inc(1) }), 'non-numeric type'],
  ['mul of a text', (_) => ({ t: _.mul(1) }), 'non-numeric type'],
  ['push to a text', (_) => ({ t: _.push('x') }), 'must be an array'],
  ['a field inside a text', () => ({ 't.x': 1 }), "Cannot create field 'x'"],
  ['a path and another in it', (_) => ({ 'o.x': 1, o: _.set({}) }), 'would create a conflict'],
  ['the positional operator', () => ({ 'tags.$': 1 }), 'positional operator'],
];

/** Documented results: https://www.mongodb.com/docs/manual/reference/operator/aggregation-pipeline/ */
const pipelines: readonly (readonly [
  name: string,
  build: (stages: Stages, $: Expressions) => Stages,
  list: readonly unknown[],
])[] = [
  ['match and project', (s) => s.match({ n: 1 }).project({ t: 1 }), [{ _id: 'a', t: 'Hello' }]],
  [
    'sort, skip and limit',
    (s) => s.sort({ n: -1 }).skip(1).limit(1).project({ n: 1 }),
    [{ _id: 'd', n: -2.5 }],
  ],
  ['count', (s) => s.count('rows'), [{ rows: 4 }]],
  ['count of nothing', (s) => s.match({ n: 9 }).count('rows'), []],
  [
    'group',
    (s, $) => s.group({ _id: '$tags', top: $.max('$n'), ids: $.push('$_id') }).match({ top: -2.5 }),
    [{ _id: 'q', top: -2.5, ids: ['d'] }],
  ],
  [
    'addFields',
    (s, $) =>
      s
        .match({ _id: 'a' })
        .addFields({ m: $.add(['$n', 1]) })
        .project({ m: 1 }),
    [{ _id: 'a', m: 2 }],
  ],
  [
    'bucket, without the empty ones',
    (s) => s.bucket({ groupBy: '$n', boundaries: [-10, 0, 1, 10, 20], default: 'other' }),
    [
      { _id: -10, count: 1 },
      { _id: 1, count: 1 },
      { _id: 'other', count: 2 },
    ],
  ],
  ['sortByCount', (s) => s.unwind('$tags').sortByCount('$tags').limit(1), [{ _id: 'q', count: 3 }]],
  ['unwind drops what holds nothing', (s) => s.match({ _id: 'b' }).unwind('$tags'), []],
  [
    'unwind, keeping it',
    (s) =>
      s.match({ _id: 'b' }).unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).project({ n: 1 }),
    [{ _id: 'b', n: null }],
  ],
  ['replaceRoot', (s) => s.match({ _id: 'c' }).replaceRoot({ newRoot: '$o' }), [{ x: 5 }]],
  [
    'lookup',
    (s) =>
      s
        .match({ _id: 'a' })
        .lookup({ from: 'other', localField: 'n', foreignField: 'of', as: 'found' })
        .project({ found: 1 }),
    [{ _id: 'a', found: [{ _id: 'x', of: 1 }] }],
  ],
  ['sample', (s) => s.sample({ size: 2 }).count('rows'), [{ rows: 2 }]],
];

const idsOf = async (query: Query): Promise<string> =>
  (await query.get()).data.map(({ _id }) => _id as string).join('');
const sorted = (ids: string): string => ids.split('').toSorted().join('');

const fieldsOfA = async (from: Collection, fields: Record<string, unknown>): Promise<Row | undefined> =>
  (await from.where({ _id: 'a' }).field(fields).get()).data[0];

describe.each(sdkNames)('through %s', (name) => {
  const sdk = (): Sdk => served.sdk(name);
  const c = (): Collection => sdk().collection('c');
  const command = () => sdk().command as unknown as Command;
  const stages = () => c().aggregate() as unknown as Stages;
  const fill = () => sdk().add(c(), rows());

  it.each(queries)('finds with %s', async (_, filter, found) => {
    await fill();
    expect(sorted(await idsOf(c().where(filter(command(), sdk().database))))).toBe(found);
  });

  it.each(updates)('updates with %s', async (_, change, after) => {
    await fill();
    await sdk().update(c().doc('a'), change(command()));
    expect(await sdk().get(c().doc('a'))).toEqual(after(rows()[0] as Row));
  });

  it.each(refusals)('refuses %s, and changes nothing', async (_, change, words) => {
    await fill();
    const failed = await sdk().failure(() =>
      c()
        .doc('a')
        .update(name === 'wx-server-sdk' ? { data: change(command()) } : change(command())),
    );
    expect(failed.message).toContain(words);
    expect(await sdk().get(c().doc('a'))).toEqual(rows()[0]);
  });

  it.each(pipelines)('aggregates with %s', async (_, build, list) => {
    await fill();
    await sdk().add(sdk().collection('other'), [
      { _id: 'x', of: 1 },
      { _id: 'y', of: 2 },
    ]);
    const pipeline = build(stages(), command().aggregate);
    expect(await sdk().aggregate(pipeline)).toEqual(list);
  });

  it.each([
    ['a limit of 0 is none, as the SDK drops it', (q: Query) => q.limit(0), 'abcd'],
    ['a limit over 1000 is 1000', (q: Query) => q.limit(1e9), 'abcd'],
    ['skip past the end', (q: Query) => q.skip(1e9), ''],
    ['a missing field sorts as null, first upwards', (q: Query) => q.orderBy('n', 'asc'), 'bcda'],
    ['and last downwards', (q: Query) => q.orderBy('n', 'desc'), 'adcb'],
    ['by a field of an object', (q: Query) => q.orderBy('o.x', 'desc'), 'cabd'],
    ['an array sorts by its least element', (q: Query) => q.orderBy('tags', 'asc'), 'bacd'],
  ])('pages: %s', async (_, page, found) => {
    await fill();
    expect(await idsOf(page(c()))).toBe(found);
  });

  it.each<[string, (stages: Stages) => Stages]>([
    ['a bucket for nothing', (s) => s.bucket({ groupBy: '$n', boundaries: [0, 1] })],
    ['boundaries that fall', (s) => s.bucket({ groupBy: '$n', boundaries: [1, 0], default: 'x' })],
    ['a limit of 0', (s) => s.limit(0)],
    ['a negative skip', (s) => s.skip(-1)],
    ['an operator that there is not', (s) => s.match({ n: { $frob: 1 } })],
  ])('refuses to aggregate: %s', async (_, build) => {
    await fill();
    const pipeline = build(stages());
    expect((await sdk().failure(() => pipeline.end())).code).not.toBe('none');
  });

  it.each([
    ['a negative limit', (q: Query) => q.limit(-1)],
    ['a negative skip', (q: Query) => q.skip(-1)],
    ['fields both named and left out', (q: Query) => q.field({ n: true, t: false })],
    ['a field and a part of it', (q: Query) => q.field({ o: true, 'o.x': true })],
  ])('refuses %s', async (_, page) => {
    await fill();
    expect((await sdk().failure(() => page(c()).get())).code).not.toBe('none');
  });

  it('gives fields by name, by exclusion, and without _id', async () => {
    await fill();
    expect(await fieldsOfA(c(), { n: true, 'o.x': true })).toEqual({ _id: 'a', n: 1, o: { x: 1 } });
    expect(await fieldsOfA(c(), { n: false, tags: false })).toEqual({
      _id: 'a',
      o: { x: 1, y: 2 },
      t: 'Hello',
    });
    expect(await fieldsOfA(c(), { n: true, _id: false })).toEqual({ n: 1 });
    expect(await fieldsOfA(c(), { missing: true })).toEqual({ _id: 'a' });
  });

  it('keeps odd names of fields, points and regular expressions', async () => {
    const odd = { _id: 'odd', 书名: 1, 'a b': 2, '😀': 3, constructor: 4, big: 2 ** 53, huge: 1e300 };
    await sdk().add(c(), odd);
    expect(await sdk().get(c().doc('odd'))).toEqual(odd);
    expect(await idsOf(c().where({ 书名: 1 }))).toBe('odd');
  });

  it('has ids of text and of numbers, apart from each other', async () => {
    await sdk().set(c().doc('7'), { is: 'text' });
    await sdk().set(c().doc(7), { is: 'number' });
    expect(await sdk().get(c().doc('7'))).toMatchObject({ is: 'text' });
    expect(await sdk().get(c().doc(7))).toMatchObject({ is: 'number' });
  });

  it('tells of a document that is not there: no row changed, none read', async () => {
    expect(await sdk().get(c().doc('none'))).toBeUndefined();
    expect(await sdk().update(c().doc('none'), { n: 1 })).toBe(0);
    expect(await sdk().remove(c().doc('none'))).toBe(0);
  });

  it('changes and removes everything where nothing is asked', async () => {
    await fill();
    expect(await sdk().update(c().where({}), { seen: 1 })).toBe(4);
    expect(await sdk().remove(c().where({}))).toBe(4);
    expect((await c().count()).total).toBe(0);
  });

  it.each([
    ['a name with a dollar', { $x: 1 }, 'is not valid for storage'],
    ['a deep name with a dollar', { o: { $x: 1 } }, 'is not valid for storage'],
    ['an id that is an object', { _id: { a: 1 } }, '_id must be a string or a number'],
    ['a document over 16 MB', { x: 'x'.repeat(17 * 1024 * 1024) }, 'BSONObj size'],
    ['a key that no index can hold', { tags: 'x'.repeat(70_000) }, 'key too large to index'],
  ])('does not store %s', async (_, row, words) => {
    const add = () => c().add(name === 'wx-server-sdk' ? { data: row } : row);
    expect((await sdk().failure(add)).message).toContain(words);
    expect((await c().count()).total).toBe(0);
  });
});
