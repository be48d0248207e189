import type { StaffCaller } from './caller';
import type { PatronIdentity, StaffRole } from './person';

/** Who did it: a patron by pseudonym, staff and visitors by openid, a job by its name. */
export type AuditActor =
  | { readonly kind: 'patron'; readonly pseudonym: string }
  | { readonly kind: 'visitor'; readonly openid: string }
  | { readonly kind: 'staff'; readonly openid: string; readonly role: StaffRole }
  | { readonly kind: 'job'; readonly name: string };

/**
 * What came of it: it is `done`; where an action leaves open what is done, what was decided; where it was refused after
 * a secret had been looked at, why.
 */
export const auditResults = [
  'done',
  'approved',
  'refused',
  'paid',
  'paid-too-much',
  'wrong-amount',
  'waived',
  'wrong-details',
  'default-pin',
  'weak-pin',
] as const;
export type AuditResult = (typeof auditResults)[number];

/** One line of the audit log, which is only ever added to. Source: identity and privacy, 13. */
export type AuditLine = {
  readonly actor: AuditActor;
  /** `context.action`, such as `circulation.renew`. */
  readonly action: string;
  /** Whose record it was, by pseudonym; null where it was nobody's. */
  readonly patron: string | null;
  /** The card with all but its last digits hidden. */
  readonly maskedCard: string | null;
  readonly result: AuditResult;
  /** Why staff did it, in their words. */
  readonly reason?: string;
  readonly requestKey?: string;
  /** What it was done to: the id of a loan, a hold, an application. */
  readonly target?: string;
  /** How many there were of each, where it is about many at once: what an import added, updated and did not take. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly at: Date;
};

const shown = 3;

/** A card number as messages and logs may show it: `••••417`. */
export const maskCard = (card: string): string => `••••${card.slice(-Math.min(shown, card.length >> 1))}`;

/** A patron acts, for the own card or a linked one. */
export const byPatron = ({ pseudonym }: Pick<PatronIdentity, 'pseudonym'>): AuditActor => ({
  kind: 'patron',
  pseudonym,
});
/** Staff act. */
export const byStaff = ({ openid, role }: Pick<StaffCaller, 'openid' | 'role'>): AuditActor => ({
  kind: 'staff',
  openid,
  role,
});
/** Nobody acts: timed work, or the payment platform. */
export const byJob = (name: string): AuditActor => ({ kind: 'job', name });

/** Whose record it was; without a pseudonym nothing leads from the line to the person. */
type Subject = { readonly pseudonym: string | null; readonly card: string | null };
type Deed = Pick<AuditLine, 'action' | 'at'> &
  Partial<Pick<AuditLine, 'result' | 'reason' | 'requestKey' | 'target' | 'counts'>>;

/** A line of the log about somebody's record, null = nobody's; what is not said otherwise is `done`. */
export const auditLine = (actor: AuditActor, about: Subject | null, deed: Deed): AuditLine => ({
  actor,
  patron: about?.pseudonym ?? null,
  maskedCard: typeof about?.card === 'string' ? maskCard(about.card) : null,
  result: 'done',
  ...deed,
});
