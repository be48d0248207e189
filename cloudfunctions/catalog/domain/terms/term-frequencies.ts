/** How many works have a term: known for frequent ones, `rare` for all others. */
export type TermFrequencies = (term: string) => number;

/** What an unknown term counts for: it stands in fewer than `frequentFrom` works. */
export const rare = 30;
/** A term is frequent, and kept in the statistics, from this many works on. */
export const frequentFrom = 60;
const maxKept = 12_000;
/** Terms in fewer works than one in so many are forgotten while those of all works are counted. */
export const countingBucket = 1000;

/** What is assumed where there are no statistics yet. */
export const nothingIsFrequent: TermFrequencies = () => rare;

/** The statistics as they are kept: one line a term, `term count`, the most frequent first. */
export const writeFrequencies = (counts: ReadonlyMap<string, number>, atLeast = frequentFrom): string =>
  [...counts]
    .filter(([term, count]) => count >= atLeast && !term.includes(' '))
    .sort(([, a], [, b]) => b - a)
    .slice(0, maxKept)
    .map(([term, count]) => `${term} ${count}`)
    .join('\n');

/** Reads what `writeFrequencies` wrote; a line that can't be read is as if it were not there. */
export const readCounts = (lines: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const line of lines.split('\n')) {
    const [, term, count] = /^(\S+) (\d+)$/.exec(line) ?? [];
    if (term !== undefined) counts.set(term, Number(count));
  }
  return counts;
};

/** How frequent terms are, by what `writeFrequencies` wrote. */
export const readFrequencies = (lines: string): TermFrequencies => {
  const counts = readCounts(lines);
  return (term) => counts.get(term) ?? rare;
};

/**
 * Counts terms in bounded memory (Manku and Motwani's lossy counting): after every `bucket` works the terms that
 * may be rare are forgotten, so a kept count is short by at most the number of buckets.
 */
export const lossyCounter = (
  bucket: number,
  known: Iterable<readonly [string, number]> = [],
  worksBefore = 0,
) => {
  const counts = new Map(known);
  let works = worksBefore;
  const forgetRare = () => {
    for (const [term, count] of counts)
      if (count <= 1) counts.delete(term);
      else counts.set(term, count - 1);
  };
  return {
    add(terms: Iterable<string>): void {
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      works += 1;
      if (works % bucket === 0) forgetRare();
    },
    counts: (): ReadonlyMap<string, number> => counts,
  };
};
