import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { Count, DayText, Fen, Id, RequestKey } from '../../kernel/contract-values';

const none = v.object({});
const FamilyLinkId = v.optional(Id);
/** How many renewals are left after the next one, or after this one. */
const RenewalsLeft = v.union([Count, v.literal('unlimited')]);

/** Why a loan is not renewed, in the order in which reasons are told. Source: the circulation rules, "The decision". */
export const renewalRefusals = {
  'no-such-loan': none,
  'already-returned': none,
  'membership-suspended': none,
  'membership-expired': v.object({ endedOn: DayText }),
  'fines-over-limit': v.object({ owed: Fen, limit: Fen }),
  'account-overdue': none,
  overdue: v.object({ overdueDays: Count }),
  'reported-lost': none,
  'claimed-returned': none,
  'not-renewable': none,
  recalled: none,
  reserved: v.object({ waiting: Count }),
  'limit-reached': v.object({ limit: v.nullable(Count) }),
  'too-soon': v.object({ opensOn: DayText }),
  changed: v.object({ dueOn: DayText }),
  'no-gain': v.object({ wouldBe: DayText }),
} as const;

const reason = <Code extends string, Details extends v.ObjectEntries>(
  code: Code,
  { entries }: v.ObjectSchema<Details, undefined>,
) => v.object({ code: v.literal(code), ...entries });

/** One of those reasons with its details. */
const RenewalReason = v.variant('code', [
  reason('no-such-loan', renewalRefusals['no-such-loan']),
  reason('already-returned', renewalRefusals['already-returned']),
  reason('membership-suspended', renewalRefusals['membership-suspended']),
  reason('membership-expired', renewalRefusals['membership-expired']),
  reason('fines-over-limit', renewalRefusals['fines-over-limit']),
  reason('account-overdue', renewalRefusals['account-overdue']),
  reason('overdue', renewalRefusals.overdue),
  reason('reported-lost', renewalRefusals['reported-lost']),
  reason('claimed-returned', renewalRefusals['claimed-returned']),
  reason('not-renewable', renewalRefusals['not-renewable']),
  reason('recalled', renewalRefusals.recalled),
  reason('reserved', renewalRefusals.reserved),
  reason('limit-reached', renewalRefusals['limit-reached']),
  reason('too-soon', renewalRefusals['too-soon']),
  reason('changed', renewalRefusals.changed),
  reason('no-gain', renewalRefusals['no-gain']),
]);

/** What a renewal would do, or does, to a loan. */
const RenewalDecision = v.variant('granted', [
  v.object({ granted: v.literal(true), newDueOn: DayText, renewalsLeft: RenewalsLeft }),
  v.object({ granted: v.literal(false), reasons: v.array(RenewalReason) }),
]);

const Loan = v.object({
  loanId: Id,
  barcode: v.string(),
  bookId: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  branchId: v.string(),
  borrowedOn: DayText,
  dueOn: DayText,
  /** Negative where it is overdue. */
  daysLeft: v.pipe(v.number(), v.integer()),
  renewals: Count,
  /** What is left of the renewals as it stands; null where no limit is configured. */
  renewalsLeft: v.nullable(RenewalsLeft),
  /** The fee so far of an overdue loan. */
  fineSoFar: Fen,
  /** What pressing 续借 would do now. */
  renewal: RenewalDecision,
});

const SeenLoan = v.object({ loanId: Id, seenDueOn: DayText });

export const loanActions = {
  /** What is borrowed now, due first, each with what renewing it would do. Equal due days go by loan id. */
  loans: {
    callers: ['phone'],
    person: 'patron',
    familyRight: 'see',
    input: v.object({ familyLinkId: FamilyLinkId }),
    output: v.object({ loans: v.array(Loan) }),
    refusals: {},
  },
  /** Renews one loan if its due day is still the one that the patron saw. */
  renew: {
    callers: ['phone'],
    person: 'patron',
    familyRight: 'renew',
    input: v.object({ ...SeenLoan.entries, requestKey: RequestKey, familyLinkId: FamilyLinkId }),
    output: v.object({ loanId: Id, newDueOn: DayText, renewalsLeft: RenewalsLeft }),
    refusals: renewalRefusals,
  },
  /** Renews these loans in order of due day, each decided on its own; the answers stand in that order. */
  renewMany: {
    callers: ['phone'],
    person: 'patron',
    familyRight: 'renew',
    input: v.object({
      loans: v.pipe(v.array(SeenLoan), v.minLength(1), v.maxLength(200)),
      requestKey: RequestKey,
      familyLinkId: FamilyLinkId,
    }),
    output: v.object({ results: v.array(v.object({ loanId: Id, renewal: RenewalDecision })) }),
    refusals: {},
  },
} as const satisfies Contract;
