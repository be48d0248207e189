import { workbenchAt } from '../../local/cloud/workbench/workbench-client';

type Card = { readonly bookId: string; readonly editionIds: readonly string[] };
type Reply = {
  readonly value?: { readonly results: readonly Card[] };
  readonly reasons?: readonly { readonly code: string }[];
};

/** What one search found and cost: milliseconds, documents read, index keys examined, calls to the database. */
export type Found = {
  /** The best-matching edition of each result. */
  readonly ids: readonly string[];
  /** All record ids of each result's work. */
  readonly editions: readonly (readonly string[])[];
  readonly ms: number;
  readonly read: number;
  readonly keys: number;
  readonly calls: number;
  /** Why there is no answer, where the function refused or failed. */
  readonly refusal: string | undefined;
};

/** Searches as a phone does, through the deployed function, and tells what it cost. */
export const searchCloud = async (url: string, input: Readonly<Record<string, unknown>>): Promise<Found> => {
  const data = { action: 'search', input };
  const report = await workbenchAt(url).call({ openid: 'o-bench', function: 'catalog', data });
  const { error, ms, read, keys, calls } = report;
  const result = report.result as Reply | undefined;
  const cards = result?.value?.results ?? [];
  return {
    ids: cards.map(({ bookId }) => bookId),
    editions: cards.map(({ editionIds }) => editionIds),
    ms,
    read,
    keys,
    calls,
    refusal: error?.errMsg ?? result?.reasons?.[0]?.code,
  };
};
