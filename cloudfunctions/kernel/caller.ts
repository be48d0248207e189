import type { Action, CallerKind } from './contract';
import type { PatronIdentity, StaffRole } from './person';

/** Who calls, as the platform tells it, and what the library knows of the person where the action asks for one. */
export type Caller = {
  readonly kind: CallerKind;
  readonly openid: string;
  /** For whom is acted: the caller, or a linked member of the family. */
  readonly patron?: PatronIdentity;
  /** Whose card is bound to the caller's own WeChat. */
  readonly self?: PatronIdentity;
  readonly role?: StaffRole;
};

/** A patron whose card is bound. */
export type PatronCaller = Caller & { readonly patron: PatronIdentity; readonly self: PatronIdentity };
/** Staff of the library. */
export type StaffCaller = Caller & { readonly role: StaffRole };

/** What an action knows of its caller. */
export type CallerOf<A extends Action> = A['person'] extends 'patron'
  ? PatronCaller
  : A['person'] extends StaffRole
    ? StaffCaller
    : Caller;
