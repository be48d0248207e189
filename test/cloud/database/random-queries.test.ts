import * as fc from 'fast-check';
import { openDatabase, type DatabaseService } from '../../../local/cloud/database/database-service';
import { fromWire, toWire } from '../../../local/cloud/database/values/wire';
import type { Document, Value } from '../../../local/cloud/database/values/value';
import { collectionOf } from './support/collection-of';
import { matches, orderOfKeys, sortKey } from './support/model';

const words = ['', '红', '红楼', '西', 'ab', 'abc', 'b', '\u0000', '𠮷', '\uff21'];
const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, -300, -1, 0, 0.5, 1, 2, 255, 256, 1e17),
  fc.constantFrom<Value>(...words),
  fc.constantFrom<Value>(new Date(-1), new Date(0), new Date(1e12)),
);
const list = fc.array(scalar, { maxLength: 3 });

const document: fc.Arbitrary<Document> = fc.record(
  {
    a: scalar,
    b: scalar,
    tags: fc.oneof(list, scalar),
    o: fc.record({ x: scalar }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const path = fc.constantFrom('a', 'b', 'tags', 'o.x');

const condition: fc.Arbitrary<Document> = fc.oneof(
  ...(['$eq', '$ne'] as const).map((operator) => scalar.map((value): Document => ({ [operator]: value }))),
  ...(['$gt', '$gte', '$lt', '$lte'] as const).map((operator) =>
    scalar.filter((value) => value !== null).map((value): Document => ({ [operator]: value })),
  ),
  ...(['$in', '$nin', '$all'] as const).map((operator) =>
    list.map((value): Document => ({ [operator]: value })),
  ),
  fc.tuple(scalar, scalar).map(([low, high]): Document => ({ $gte: low ?? 0, $lt: high ?? 2 })),
  fc.boolean().map((value): Document => ({ $exists: value })),
  fc.constantFrom('^红', '^ab', 'b', '楼$', '^a.c').map((value): Document => ({ $regex: value })),
);

const flat: fc.Arbitrary<Document> = fc
  .array(fc.tuple(path, condition), { minLength: 1, maxLength: 3 })
  .map((pairs) => Object.fromEntries(pairs));
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: flat },
  {
    weight: 1,
    arbitrary: fc.array(flat, { minLength: 1, maxLength: 3 }).map((parts): Document => ({ $and: parts })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(flat, { minLength: 1, maxLength: 3 }), flat)
      .map(([parts, rest]): Document => ({ $or: parts, ...rest })),
  },
);
const sort: fc.Arbitrary<readonly (readonly [string, 1 | -1])[]> = fc.uniqueArray(
  fc.tuple(path, fc.constantFrom<1 | -1>(1, -1)),
  { maxLength: 2, selector: ([name]) => name },
);

const indexSets = [
  [],
  [[['a', 1]], [['tags', 1]]],
  [
    [
      ['tags', 1],
      ['a', 1],
      ['b', -1],
    ],
    [
      ['a', -1],
      ['b', 1],
    ],
  ],
  [
    [
      ['o.x', 1],
      ['tags', -1],
    ],
    [
      ['b', 1],
      ['a', 1],
    ],
  ],
] as const;

const insertAll = async (database: DatabaseService, documents: readonly Document[]): Promise<void> => {
  await database.handle({
    action: 'database.insertDocument',
    collectionName: 'c',
    data: documents.map(toWire),
  });
};

const ask = async (
  database: DatabaseService,
  request: Record<string, unknown>,
): Promise<readonly Document[]> => {
  const { reply } = await database.handle({
    action: 'database.getDocument',
    collectionName: 'c',
    ...request,
  });
  return (reply as { data: { list: string[] } }).data.list.map(
    (text) => fromWire(text, () => new Date(0)) as Document,
  );
};

describe('random queries against a model that looks at every document', () => {
  it.each(indexSets.map((indexes, i) => [i, indexes] as const))(
    'finds the same with index set %i',
    async (_, indexes) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(document, { maxLength: 25 }),
          fc.array(fc.tuple(filter, sort, fc.option(fc.integer({ min: 1, max: 8 }))), {
            minLength: 1,
            maxLength: 6,
          }),
          async (bodies, questions) => {
            const documents = bodies.map((body, i): Document => ({
              _id: `d${String(i).padStart(2, '0')}`,
              ...body,
            }));
            const database = openDatabase({
              file: ':memory:',
              now: () => new Date(0),
              collections: [collectionOf('c', indexes)],
            });
            if (documents.length > 0) await insertAll(database, documents);
            for (const [query, by, limit] of questions) {
              const expected = documents.filter((one) => matches(one, query));
              const found = await ask(database, {
                query: toWire(query),
                order: JSON.stringify(Object.fromEntries(by)),
                ...(limit === null ? {} : { limit }),
              });
              const { reply } = await database.handle({
                action: 'database.calculateDocument',
                collectionName: 'c',
                query: toWire(query),
              });
              expect((reply as { data: { total: number } }).data.total).toBe(expected.length);
              expect(found.length).toBe(Math.min(limit ?? 100, expected.length));
              const ids = new Set(expected.map(({ _id }) => _id));
              expect(found.every(({ _id }) => ids.has(_id as string))).toBe(true);
              expect(new Set(found.map(({ _id }) => _id)).size).toBe(found.length);
              if (by.length > 0) expectSorted(found, expected, by);
            }
            database.close();
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});

/** The keys that a page sorts by are those of the whole answer sorted; documents with equal keys may stand either way. */
const expectSorted = (
  found: readonly Document[],
  expected: readonly Document[],
  by: readonly (readonly [string, 1 | -1])[],
): void => {
  const keys = (one: Document) => by.map(([name, direction]) => sortKey(one, name, direction));
  const sorted = expected
    .map(keys)
    .toSorted((a, b) =>
      by.reduce((sum, [, direction], i) => sum || orderOfKeys(a[i]!, b[i]!) * direction, 0),
    );
  expect(found.map(keys)).toEqual(sorted.slice(0, found.length));
};
