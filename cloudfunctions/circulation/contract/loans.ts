import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { Count, DayText, FamilyLinkId, Fen, Id, none, RequestKey } from '../../kernel/contract-values';
import { reasonShape } from './reason';

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

/** One of those reasons with its details; or a record that decides can't be read, and staff have to mend it. */
const RenewalReason = v.variant('code', [
  reasonShape('record-damaged', none),
  reasonShape('no-such-loan', renewalRefusals['no-such-loan']),
  reasonShape('already-returned', renewalRefusals['already-returned']),
  reasonShape('membership-suspended', renewalRefusals['membership-suspended']),
  reasonShape('membership-expired', renewalRefusals['membership-expired']),
  reasonShape('fines-over-limit', renewalRefusals['fines-over-limit']),
  reasonShape('account-overdue', renewalRefusals['account-overdue']),
  reasonShape('overdue', renewalRefusals.overdue),
  reasonShape('reported-lost', renewalRefusals['reported-lost']),
  reasonShape('claimed-returned', renewalRefusals['claimed-returned']),
  reasonShape('not-renewable', renewalRefusals['not-renewable']),
  reasonShape('recalled', renewalRefusals.recalled),
  reasonShape('reserved', renewalRefusals.reserved),
  reasonShape('limit-reached', renewalRefusals['limit-reached']),
  reasonShape('too-soon', renewalRefusals['too-soon']),
  reasonShape('changed', renewalRefusals.changed),
  reasonShape('no-gain', renewalRefusals['no-gain']),
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
