import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import type { SweepProgress } from '../../cloudfunctions/catalog/ports';
import { sweepIndex } from '../../cloudfunctions/catalog/use-cases/sweep-index';

const never = () => Promise.reject(new Error('not asked here'));
const midIndex: SweepProgress = {
  phase: 'index',
  after: '',
  passStartedAt: 1,
  seen: 200_000,
  renewed: 0,
  lastPassStartedAt: 0,
  lastPassEndedAt: 0,
  counting: '',
};

/** A sweep in the middle of an index without an end, where every book is there; how often it asked for more works. */
const batchesOfRun = async (): Promise<number> => {
  let batches = 0;
  const work = (n: number) => ({
    _id: `${batches}/${n}`,
    key: `k${n}`,
    books: [`b${n}`],
    fingerprints: ['f'],
  });
  await sweepIndex({
    now: () => new Date(2),
    script: chineseScript,
    requests: { read: () => Promise.resolve({ bookIds: [], allSince: undefined }), remove: never },
    state: { read: () => Promise.resolve(midIndex), write: () => Promise.resolve() },
    statistics: { publish: never },
    faults: { renew: () => Promise.resolve(), renewRange: never },
    catalogue: {
      books: () => Promise.resolve({ records: [], faults: [] }),
      booksAfter: never,
      existing: (ids) => Promise.resolve(ids),
      copiesAfter: never,
      branchIds: never,
      unknownItemCategories: never,
      misnumbered: never,
      copiesOf: never,
    },
    indexedWorks: {
      holding: never,
      withKeys: never,
      add: never,
      remove: never,
      after: (_id, limit) => {
        batches += 1;
        return Promise.resolve(Array.from({ length: limit }, (_, n) => work(n)));
      },
    },
  })();
  return batches;
};

test('a run of the sweep takes four batches of works, so that it keeps within its calls', async () => {
  expect(await batchesOfRun()).toBe(4);
});
