import type { Run } from './runs';

/** How an index keeps its runs few; tests make the numbers small. */
export type MergePolicy = {
  /** So many runs of one tier are merged into one of the next, which is as many times larger. */
  readonly fan: number;
  /** The most entries of a run of the lowest tier. */
  readonly smallestRun: number;
  /** How many entries a change moves along in each merge, however small it is itself. */
  readonly leastWork: number;
};

export const usualPolicy: MergePolicy = { fan: 8, smallestRun: 4096, leastWork: 1024 };

/** The lowest tier whose runs hold so many entries. */
export const tierOf = ({ fan, smallestRun }: MergePolicy, entries: number): number =>
  Math.max(0, Math.ceil(Math.log(entries / smallestRun) / Math.log(fan)));

const sizeOf = ({ fan, smallestRun }: MergePolicy, runs: readonly Run[]): number =>
  runs.reduce((sum, { tier }) => sum + smallestRun * fan ** tier, 0);

/** All runs, where those behind the oldest are together so large that moving it once more is repaid. */
export const leftOver = (policy: MergePolicy, list: readonly Run[]): readonly Run[] => {
  const [oldest, ...others] = list.toSorted((a, b) => a.age - b.age);
  const isRepaid = oldest && sizeOf(policy, others) * policy.fan >= sizeOf(policy, [oldest]);
  return others.length > 0 && isRepaid ? [...list] : [];
};

const fromFirstToLast = (runs: readonly Run[], tier: number): readonly Run[] => {
  const isOfTier = (run: Run): boolean => run.tier === tier;
  return runs.slice(runs.findIndex(isOfTier), runs.findLastIndex(isOfTier) + 1);
};

/**
 * Groups of runs that may be merged: at least `fewest` of the tier, with the smaller ones between them. A group is
 * never taken from both sides of another run: what was written after that one would come to stand before it, and
 * an entry that it takes back would live on.
 */
export const mergeable = (list: readonly Run[], tier: number, fewest: number): (readonly Run[])[] => {
  const outputs = new Set(list.map(({ into }) => into));
  const stretches: Run[][] = [[]];
  for (const run of list.toSorted((a, b) => a.age - b.age)) {
    const isFree = run.into === null && !outputs.has(run.id);
    if (isFree && run.tier <= tier) stretches.at(-1)?.push(run);
    else stretches.push([]);
  }
  return stretches
    .map((stretch) => fromFirstToLast(stretch, tier))
    .filter((group) => group.filter((run) => run.tier === tier).length >= fewest);
};
