import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import {
  BranchId,
  Count,
  DayText,
  Fen,
  Id,
  none,
  RequestKey,
  StaffReason,
} from '../../kernel/contract-values';
import { longestId } from '../../kernel/longest-id';
import { loanMarks } from '../domain/loans/loan-marks';
import { CardText } from './card-text';

const Barcode = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longestId.record));

/** A copy that a hold takes off the open shelves. */
const CopyForHold = v.object({
  barcode: v.string(),
  bookId: v.string(),
  title: v.string(),
  /** Whose hold it is for; of one that is yet to be fetched, who gets it in the end is told when it is checked in. */
  maskedCard: v.string(),
});

/** Why a copy is not lent, in the order in which reasons are told. */
export const checkOutRefusals = {
  /** No such card, or a code that is no longer good. */
  'no-such-card': none,
  'no-such-copy': none,
  'membership-suspended': none,
  'membership-expired': v.object({ endedOn: DayText }),
  /** The patron's category borrows nothing. */
  'no-borrow-right': none,
  'borrowing-suspended': v.object({ until: DayText }),
  'fines-over-limit': v.object({ owed: Fen, limit: Fen }),
  'account-overdue': none,
  'loan-limit': v.object({ limit: Count }),
  /** It is on loan already, to this patron or to another. */
  'on-loan': v.object({ toSamePatron: v.boolean() }),
  'reference-only': none,
  /** Missing or in process. */
  'not-in-circulation': v.object({ status: v.string() }),
  /** The policy lends no such copy to such a patron, or there is none. */
  'not-lendable': none,
  /** It is kept for another patron, or others wait for it. */
  reserved: v.object({ waiting: Count }),
} as const;

/** What becomes of a copy that was handed in. */
const Destination = v.variant('to', [
  v.object({ to: v.literal('shelf'), branchId: v.string(), shelf: v.nullable(v.string()) }),
  v.object({
    to: v.literal('pickup-shelf'),
    branchId: v.string(),
    maskedCard: v.string(),
    pickupBy: DayText,
  }),
  /** It is sent there, for a hold where a card is named. */
  v.object({ to: v.literal('other-branch'), branchId: v.string(), maskedCard: v.nullable(v.string()) }),
]);

/** The loan of a copy that is out, as the desk sees it. */
const LoanAtDesk = v.object({
  title: v.string(),
  maskedCard: v.string(),
  borrowedOn: DayText,
  dueOn: DayText,
  /** What staff have noted about it. */
  marks: v.array(v.picklist(loanMarks)),
});

export const deskActions = {
  /** Lends a copy. */
  checkOut: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ card: CardText, barcode: Barcode, requestKey: RequestKey }),
    output: v.object({
      loanId: Id,
      title: v.string(),
      dueOn: DayText,
      maskedCard: v.string(),
      /** How many the patron has now. */
      openLoans: Count,
    }),
    refusals: checkOutRefusals,
  },
  /** Takes a copy back, or receives one that was sent; says where it goes, for whom, and what the patron owes for it. */
  checkIn: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ barcode: Barcode, branchId: BranchId, requestKey: RequestKey }),
    output: v.object({
      title: v.string(),
      destination: Destination,
      /** The loan that ended; null where the copy was not on loan. */
      loan: v.nullable(
        v.object({
          maskedCard: v.string(),
          dueOn: DayText,
          overdueDays: Count,
          /** The fine that is now fixed. */
          fine: Fen,
          /** Nothing is lent to the patron through this day, where the policy suspends instead. */
          suspendedUntil: v.nullable(DayText),
        }),
      ),
    }),
    refusals: { 'no-such-copy': none, 'no-such-branch': none },
  },
  /** The loan of a copy that is out; the reason stands in the audit log, which the patron can see. */
  loanAtDesk: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ barcode: Barcode, reason: StaffReason }),
    output: LoanAtDesk,
    refusals: { 'no-such-copy': none, 'not-on-loan': none },
  },
  /** Recalls a loan, or notes that it was reported lost or claimed to be returned; `isOn` false takes it back. */
  markLoan: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({
      barcode: Barcode,
      mark: v.picklist(loanMarks),
      isOn: v.boolean(),
      reason: StaffReason,
      requestKey: RequestKey,
    }),
    output: LoanAtDesk,
    refusals: { 'no-such-copy': none, 'not-on-loan': none },
  },
  /** What staff of a branch fetch from its shelves for holds that wait, in the order of the shelves. */
  pickList: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ branchId: BranchId }),
    output: v.object({
      copies: v.array(
        v.object({
          ...CopyForHold.entries,
          callNumber: v.nullable(v.string()),
          shelf: v.nullable(v.string()),
          pickupBranchId: v.string(),
        }),
      ),
    }),
    refusals: {},
  },
  /** What waits on the pickup shelf of a branch, the first to lapse first. */
  pickupShelf: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ branchId: BranchId }),
    output: v.object({
      copies: v.array(
        v.object({
          ...CopyForHold.entries,
          pickupBy: DayText,
          /** Its last day is over: it goes on to the next. */
          hasLapsed: v.boolean(),
        }),
      ),
    }),
    refusals: {},
  },
} as const satisfies Contract;
