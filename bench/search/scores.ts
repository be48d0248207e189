import type { KnownItem } from './queries';

/** What an engine answered to a query: for each result the records of its work, and what it cost. */
export type Answered = {
  readonly item: KnownItem;
  readonly editions: readonly (readonly string[])[];
  readonly ms: number;
  readonly read?: number;
  readonly calls?: number;
};

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** A query counts as a hit at k when one of the first k results has any of its targets among its editions. */
const hitsAt = (answers: readonly Answered[], k: number): number => {
  const hits = answers.filter(({ item, editions }) =>
    editions.slice(0, k).some((ids) => ids.some((id) => item.targets.has(id))),
  );
  return rounded(hits.length / answers.length);
};

const hits = (answers: readonly Answered[]) => ({
  queries: answers.length,
  hit1: hitsAt(answers, 1),
  hit10: hitsAt(answers, 10),
});

const spread = (values: readonly number[]) => ({
  p50: rounded(quantile(values, 0.5)),
  p95: rounded(quantile(values, 0.95)),
  max: rounded(quantile(values, 1)),
});

/** Hits overall and for each form, and the spread of what it cost. */
export const scoresOf = (answers: readonly Answered[]) => {
  const forms = [...new Set(answers.map(({ item }) => item.form))].toSorted();
  const of = (cost: 'read' | 'calls') => answers.flatMap((answer) => answer[cost] ?? []);
  return {
    ...hits(answers),
    forms: Object.fromEntries(
      forms.map((form) => [form, hits(answers.filter(({ item }) => item.form === form))]),
    ),
    ms: spread(answers.map(({ ms }) => ms)),
    ...(of('read').length === 0 ? {} : { read: spread(of('read')), calls: spread(of('calls')) }),
  };
};
