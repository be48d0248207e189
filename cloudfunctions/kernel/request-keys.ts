import { ok, refuse, type Ok, type Refused, type Result } from './result';

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

const isDoneRequest = (value: unknown): value is DoneRequest => {
  if (typeof value !== 'object' || value === null) return false;
  const { key, request, at } = value as Partial<Record<keyof DoneRequest, unknown>>;
  return typeof key === 'string' && typeof request === 'string' && typeof at === 'number';
};

/** The requests that stand in a document; what was edited so that nobody can read it was never asked. */
export const doneRequestsIn = (value: unknown): readonly DoneRequest[] =>
  Array.isArray(value) ? value.filter(isDoneRequest) : [];

/** A request: what is asked (`renew/LOAN`), under which key, when, and what this person was granted before. */
export type Request = {
  readonly key: string;
  readonly request: string;
  readonly done: readonly DoneRequest[];
  readonly at: Date;
};
/** The key belongs to another request of this person. */
export type OtherRequest = { readonly code: 'invalid-request' };

const isKept = ({ at }: DoneRequest, now: Date): boolean => at > now.getTime() - keptMs;

/**
 * What this very request was answered when it was granted, or that its key is another's; null where it is new. A
 * refused request is new each time: it is decided afresh.
 */
export const answeredBefore = <T>({
  key,
  request,
  done,
  at,
}: Request): Ok<T> | Refused<OtherRequest> | null => {
  const known = done.find((each) => each.key === key && isKept(each, at));
  if (known === undefined) return null;
  return known.request === request ? ok(known.answer as T) : refuse({ code: 'invalid-request' as const });
};

/** What this person was granted, this request and its answer included, without what is too old. */
export const withAnswer = ({ key, request, done, at }: Request, answer: unknown): readonly DoneRequest[] => [
  ...done.filter((each) => each.key !== key && isKept(each, at)),
  { key, request, answer, at: at.getTime() },
];

/**
 * Does a request once: what was granted before is answered as it was. `work` gets `remember`, which takes the answer
 * and gives the list that it must write together with what it does. Source: contracts and errors of the house.
 */
export const once = async <T, R>(
  request: Request,
  work: (remember: (answer: T) => readonly DoneRequest[]) => Promise<Result<T, R>>,
): Promise<Result<T, R | OtherRequest>> =>
  answeredBefore<T>(request) ?? work((answer) => withAnswer(request, answer));
