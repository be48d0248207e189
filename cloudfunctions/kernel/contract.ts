import type { GenericSchema, InferInput, InferOutput } from 'valibot';
import type { Day } from './library-day';
import type { Result } from './result';

/** What any action may answer besides its own refusals. */
export const faults = [
  'signed-out',
  'not-bound',
  'forbidden',
  'invalid-request',
  'too-many-requests',
  'unavailable',
  /** A document that decides was edited so that nobody can tell what it says; staff have to mend it. */
  'record-damaged',
  'unexpected',
] as const;
/** One of them. */
export type FaultCode = (typeof faults)[number];
/**
 * A fault as the phone receives it; `requestId` finds its line in the log. `signed-out` with the reason `replaced`:
 * the card was bound to another WeChat since.
 */
export type ReplyFault = {
  readonly code: FaultCode;
  readonly requestId?: string;
  readonly reason?: 'replaced';
};

/** Who may call an action; told by the platform, never by the event. */
export type CallerKind = 'phone' | 'timer' | 'function' | 'payment-platform';

/**
 * Which person a phone must belong to: anyone, a patron whose card is bound to its WeChat, or staff. What a librarian
 * may do, an admin may too. A timer or a function is no person: for these `callers` alone decides.
 */
export type Person = 'anyone' | 'patron' | 'librarian' | 'admin';
/** What a family link lets the other card do: see what is borrowed, or renew it too. */
export const familyRights = ['see', 'renew'] as const;
export type FamilyRight = (typeof familyRights)[number];

/**
 * One action: the shape of what it takes and gives, who may call it, and each refusal with the shape of its
 * details (`v.object({})` where it carries none). With `familyRight` its input may name a `familyLinkId`, and the action
 * is then done for the linked card, as far as the link gives that right.
 */
export type Action = {
  readonly callers: readonly CallerKind[];
  readonly person: Person;
  readonly familyRight?: FamilyRight;
  readonly input: GenericSchema;
  readonly output: GenericSchema;
  readonly refusals: Readonly<Record<string, GenericSchema>>;
};
/** The actions of one function, by name. */
export type Contract = Readonly<Record<string, Action>>;

/** What a caller sends; what has a default may be left out. */
export type Input<A extends Action> = InferInput<A['input']>;
/** What a use case gets: the input once it was checked, its defaults filled in. */
export type Parsed<A extends Action> = InferOutput<A['input']>;
/** What an action gives where it does what it was asked. */
export type Output<A extends Action> = InferOutput<A['output']>;
/** The codes of an action's own refusals. */
export type RefusalCode<A extends Action> = Extract<keyof A['refusals'], string>;
/** One refusal with its details. */
export type Reason<A extends Action> = {
  [Code in RefusalCode<A>]: { readonly code: Code } & InferOutput<A['refusals'][Code]>;
}[RefusalCode<A>];

/** What a use case gives back. */
export type Outcome<A extends Action> = Result<Output<A>, Reason<A>>;

/** What the phone receives: the outcome, or a fault, stamped with the library's day. */
export type Reply<A extends Action> = Result<Output<A>, Reason<A> | ReplyFault> & {
  readonly libraryDay: Day;
};
