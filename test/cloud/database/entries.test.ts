import * as fc from 'fast-check';
import { Entries } from '../../../local/cloud/database/storage/entries';
import { entryOf } from '../../../local/cloud/database/storage/entry';
import type { MergePolicy } from '../../../local/cloud/database/storage/merge-policy';
import { createEntries, createRunsTable } from '../../../local/cloud/database/storage/runs';
import { openSqlite, type Sqlite } from '../../../local/cloud/database/storage/sqlite';

/** Small numbers, so that a few entries already make runs of several tiers. */
const policy: MergePolicy = { fan: 3, smallestRun: 2, leastWork: 4 };
const INDEX = 1;

/** Keys as an index has them end by themselves; these end in a zero. */
const keyOf = (number: number): string => `\x40${String.fromCharCode(97 + number)}\0`;

type Step =
  | { readonly kind: 'change'; readonly toggled: readonly (readonly [key: number, document: number])[] }
  | { readonly kind: 'tidy' }
  | { readonly kind: 'reopen' };

const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 12 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .oneof(fc.array(pair, { minLength: 1, maxLength: 3 }), fc.array(pair, { minLength: 20, maxLength: 40 }))
      .map((toggled): Step => ({ kind: 'change', toggled })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'tidy' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'reopen' }) },
);

const open = (): Sqlite => {
  const sqlite = openSqlite(':memory:');
  createRunsTable(sqlite);
  createEntries(sqlite, INDEX);
  return sqlite;
};

const all = (entries: Entries, backwards: boolean): string[] => {
  const cursor = entries.cursor(backwards);
  const found: string[] = [];
  let entry = cursor.seek(backwards ? '\xff' : '');
  for (; entry; entry = cursor.next()) found.push(entryOf(entry.key, entry.document));
  return found;
};

/** What is there goes, what is not there comes. */
const toggle = (entries: Entries, live: Set<string>, change: Extract<Step, { kind: 'change' }>): void => {
  const asked = new Set(change.toggled.map(([key, document]) => entryOf(keyOf(key), document)));
  const removed = [...asked].filter((entry) => live.has(entry));
  const added = [...asked].filter((entry) => !live.has(entry));
  entries.change(added, removed);
  for (const entry of removed) live.delete(entry);
  for (const entry of added) live.add(entry);
};

const countRuns = (sqlite: Sqlite): number =>
  (sqlite.prepare('SELECT COUNT(*) AS n FROM runs').get([]) as { n: number }).n;

describe('the entries of an index', () => {
  it('are what was added and not taken back since, however the runs are merged', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        const sqlite = open();
        let entries = new Entries(sqlite, INDEX, policy);
        const live = new Set<string>();
        for (const one of steps) {
          if (one.kind === 'change') toggle(entries, live, one);
          else if (one.kind === 'tidy') entries.tidy(10);
          else entries = new Entries(sqlite, INDEX, policy);
          const expected = [...live].toSorted();
          expect(all(entries, false)).toEqual(expected);
          expect(all(entries, true)).toEqual(expected.toReversed());
        }
        sqlite.close();
      }),
      { numRuns: 300 },
    );
  });

  it('come to stand in a run or two when they are tidied, and tidying ends', () => {
    const sqlite = open();
    const entries = new Entries(sqlite, INDEX, policy);
    const live = new Set<string>();
    for (let round = 0; round < 50; round++) {
      const toggled = [[round % 8, (round % 11) + 1] as const, [(round * 3) % 8, (round % 5) + 1] as const];
      toggle(entries, live, { kind: 'change', toggled });
    }
    expect(countRuns(sqlite)).toBeGreaterThan(4);
    let times = 0;
    while (entries.tidy(10) && times < 1_000) times += 1;
    expect(times).toBeLessThan(1_000);
    expect(countRuns(sqlite)).toBeLessThanOrEqual(4);
    expect(all(entries, false)).toEqual([...live].toSorted());
    sqlite.close();
  });
});
