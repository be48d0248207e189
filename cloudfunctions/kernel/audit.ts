import type { StaffRole } from './person';

/** Who did it: a patron or staff by pseudonym or openid, a job by its name. */
export type AuditActor =
  | { readonly kind: 'patron'; readonly pseudonym: string }
  | { readonly kind: 'visitor'; readonly openid: string }
  | { readonly kind: 'staff'; readonly openid: string; readonly role: StaffRole }
  | { readonly kind: 'job'; readonly name: string };

/** One line of the audit log, which is only ever added to. Source: identity and privacy, 13. */
export type AuditLine = {
  readonly actor: AuditActor;
  /** `context.action`, such as `circulation.renew`. */
  readonly action: string;
  /** Whose record it was, by pseudonym; null where it was nobody's. */
  readonly patron: string | null;
  /** The card with all but its last digits hidden. */
  readonly maskedCard: string | null;
  /** `done`, or the code of the first reason why not. */
  readonly result: string;
  /** Why staff did it, in their words. */
  readonly reason?: string;
  readonly requestKey?: string;
  /** What it was done to: the id of a loan, a hold, an application. */
  readonly target?: string;
  readonly at: Date;
};

const shown = 3;

/** A card number as messages and logs may show it: `••••417`. */
export const maskCard = (card: string): string => `••••${card.slice(-Math.min(shown, card.length >> 1))}`;
