import type { Index } from '../../database/collection';
import { createRequire } from 'node:module';
import { timed, type Timing } from './timing';

/** What the benchmark's own collection is indexed by: the terms of a record, then its rank. */
export const benchCollection = {
  name: 'bench_works',
  owner: 'bench',
  keptBy: 'derived',
  zh: '性能测试',
  en: 'What the benchmark writes',
  fields: {},
  indexes: [
    {
      name: 'terms_rank',
      fields: [
        ['terms', 1],
        ['rank', 1],
      ],
    } satisfies Index,
  ],
  rule: { read: false, write: false },
} as const;

type Rows = {
  add(request: { data: unknown }): Promise<unknown>;
  doc(id: string): {
    get(): Promise<{ data: { n: number } }>;
    update(request: { data: unknown }): Promise<unknown>;
  };
  where(filter: unknown): {
    orderBy(path: string, direction: string): { limit(count: number): { get(): Promise<unknown> } };
  };
};
type Database = {
  command: { all(terms: readonly string[]): unknown };
  collection(name: string): Rows;
  runTransaction(
    run: (transaction: { collection(name: string): Rows }) => Promise<unknown>,
  ): Promise<unknown>;
};

const termsOf = (n: number): string[] => [
  'common',
  ...Array.from({ length: 60 }, (_, i) => `t${(n * 31 + i * i * 17) % 20_000}`),
];
const work = (n: number) => ({ _id: `w${n}`, n, rank: (n * 7919) % 100_003, terms: termsOf(n) });

/** What a function pays for each kind of call, through the real wx-server-sdk over HTTP. */
export const measureDatabase = async (
  environment: Readonly<Record<string, string>>,
  runs: number,
): Promise<readonly Timing[]> => {
  Object.assign(process.env, environment);
  const sdk = createRequire(__filename)('wx-server-sdk') as {
    init(options: { env: string | undefined }): void;
    database(): Database;
  };
  sdk.init({ env: environment['TCB_ENV'] });
  const database = sdk.database();
  const rows = database.collection(benchCollection.name);
  const batch = 100;
  return [
    await timed(`insert ${batch} documents of 61 terms`, Math.ceil(runs / 10), (run) =>
      rows.add({ data: Array.from({ length: batch }, (_, i) => work(run * batch + i)) }),
    ),
    await timed('insert one', runs, (run) => rows.add({ data: work(1_000_000 + run) })),
    await timed('look-up by id', runs, (run) => rows.doc(`w${run % batch}`).get()),
    await timed('array contains all of two, first ten by rank', runs, (run) =>
      rows
        .where({ terms: database.command.all([termsOf(run)[1] as string, 'common']) })
        .orderBy('rank', 'asc')
        .limit(10)
        .get(),
    ),
    await timed('update one, indexes unchanged', runs, (run) =>
      rows.doc(`w${run % batch}`).update({ data: { seen: run } }),
    ),
    await timed('transaction: read, write, commit', runs, (run) =>
      database.runTransaction(async (transaction) => {
        const one = transaction.collection(benchCollection.name).doc(`w${run % batch}`);
        const { data } = await one.get();
        await one.update({ data: { n: data.n + 1 } });
      }),
    ),
  ];
};
