/**
 * What was done under a request key: `request` tells what was asked (`renew/LOAN`), `answer` what was answered. They
 * stand in a document of the person who asked, which the transaction that does the work reads and writes anyway.
 */
export type DoneRequest = {
  readonly key: string;
  readonly request: string;
  readonly answer: unknown;
  /** The instant, in milliseconds. */
  readonly at: number;
};

/** So long a key is known; after that it is a new one. Source: contracts and errors of the house. */
export const keptMs = 7 * 86_400_000;

export type Recalled =
  | { readonly kind: 'new' }
  /** The same request was done before: this is what it answered. */
  | { readonly kind: 'done'; readonly answer: unknown }
  /** The key belongs to another request of this person: `invalid-request`. */
  | { readonly kind: 'of-another-request' };

/** What a request key stands for among what this person has done. Refused requests are not among it: they are decided afresh. */
export const recallRequest = (
  done: readonly DoneRequest[],
  key: string,
  request: string,
  now: Date,
): Recalled => {
  const known = done.find((each) => each.key === key && each.at > now.getTime() - keptMs);
  if (known === undefined) return { kind: 'new' };
  return known.request === request ? { kind: 'done', answer: known.answer } : { kind: 'of-another-request' };
};

/** The list with what was just done, without what is too old. */
export const rememberRequest = (
  done: readonly DoneRequest[],
  { key, request, answer }: Omit<DoneRequest, 'at'>,
  now: Date,
): readonly DoneRequest[] => [
  ...done.filter((each) => each.key !== key && each.at > now.getTime() - keptMs),
  { key, request, answer, at: now.getTime() },
];
