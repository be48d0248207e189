type Card = { readonly bookId: string; readonly editionIds: readonly string[] };
type Answer = {
  readonly result?: {
    readonly ok: boolean;
    readonly value?: { readonly results: readonly Card[] };
    readonly reasons?: readonly { readonly code: string }[];
  };
  readonly error?: { readonly errMsg: string };
  readonly ms: number;
  readonly read: number;
  readonly keys: number;
  readonly calls: number;
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
  const response = await fetch(`${url}/workbench/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid: 'o-bench', function: 'catalog', data: { action: 'search', input } }),
  });
  const { result, error, ms, read, keys, calls } = (await response.json()) as Answer;
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
