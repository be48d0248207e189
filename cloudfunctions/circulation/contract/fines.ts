import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import {
  Count,
  DayText,
  FamilyLinkId,
  Fen,
  Id,
  none,
  RequestKey,
  StaffReason,
} from '../../kernel/contract-values';
import { fineStates } from '../domain/fines/fine';
import { paymentStates } from '../domain/fines/payment';
import { CardText } from './card-text';

/** The loan's number and the due day: longer than the number alone. */
const FineId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(64 + '-2026-12-31'.length));

/** Fixed: at return, or when the loan was renewed overdue. */
const Fine = v.object({
  fineId: FineId,
  loanId: Id,
  bookId: v.string(),
  title: v.string(),
  amount: Fen,
  /** Days that counted. */
  days: Count,
  fixedOn: DayText,
  state: v.picklist(fineStates),
  settledOn: v.nullable(DayText),
});

/** What a copy that is still out costs by today; it is in no sum, and it grows. */
const FineSoFar = v.object({
  loanId: Id,
  bookId: v.string(),
  title: v.string(),
  dueOn: DayText,
  days: Count,
  amount: Fen,
  /** Days without borrowing, where the library suspends instead. */
  suspensionDays: Count,
});

const Fines = v.object({
  /** Fixed and unpaid, together. */
  owed: Fen,
  soFar: v.array(FineSoFar),
  /** All that is owed first, then the latest hundred that were settled. */
  fines: v.array(Fine),
  /** Nothing is lent through this day; null = borrowing is not suspended. */
  borrowingSuspendedUntil: v.nullable(DayText),
});

/** What `wx.requestPayment` takes. */
const PaymentParameters = v.object({
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.string(),
  paySign: v.string(),
});
const Payment = v.object({
  state: v.picklist(paymentStates),
  /** The number of the receipt once it is paid. */
  receipt: v.nullable(v.string()),
});

/** Money that a patron paid on the phone and that is not the library's. */
const ToGiveBack = v.object({
  paymentId: Id,
  /** What staff give back of it. */
  amount: Fen,
  receipt: v.nullable(v.string()),
  paidOn: v.nullable(DayText),
  /** Another sum was paid than was asked for. */
  isWrongAmount: v.boolean(),
});

export const fineActions = {
  /** What the patron owes, what it is so far for copies still out, and what was settled. */
  fines: {
    callers: ['phone'],
    person: 'patron',
    familyRight: 'see',
    input: v.object({ familyLinkId: FamilyLinkId }),
    output: v.object({
      ...Fines.entries,
      /** Whether the library takes payments on the phone; otherwise at the desk only. */
      paysOnline: v.boolean(),
      /** An order that was begun and not paid yet; paying goes on with it. */
      openPayment: v.nullable(v.object({ paymentId: Id, amount: Fen })),
    }),
    refusals: {},
  },
  /** Makes an order of these fines at the payment platform; the phone then asks its patron to pay. */
  startPayment: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({
      fineIds: v.pipe(v.array(FineId), v.minLength(1), v.maxLength(50)),
      requestKey: RequestKey,
    }),
    output: v.object({ paymentId: Id, amount: Fen, parameters: PaymentParameters }),
    refusals: {
      /** The library takes payments at the desk only. */
      'not-offered': none,
      'no-such-fine': none,
      'already-settled': none,
      /** An order for some of these fines can't be ended yet; it can in some minutes. */
      'order-open': none,
      /** The payment platform gave no order. */
      'platform-refused': none,
    },
  },
  /** How a payment stands: the function asks the platform, whatever the phone believes. */
  payment: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ paymentId: Id }),
    output: Payment,
    refusals: { 'no-such-payment': none },
  },
  /** The payment platform says that an order was paid. It is believed once the platform, asked, says so too. */
  paymentNotice: {
    callers: ['payment-platform'],
    person: 'anyone',
    input: v.object({ paymentId: Id }),
    output: Payment,
    refusals: { 'no-such-payment': none },
  },
  /** What a patron owes, for the desk; the reason stands in the audit log, which the patron can see. */
  finesAtDesk: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ card: CardText, reason: StaffReason }),
    output: v.object({ maskedCard: v.string(), ...Fines.entries, toGiveBack: v.array(ToGiveBack) }),
    refusals: {
      /** Or a code that is no longer good. */
      'no-such-card': none,
    },
  },
  /** Settles a fine at the desk: it was paid there, or it is waived. */
  settleFine: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({
      fineId: FineId,
      how: v.picklist(['paid', 'waived']),
      reason: StaffReason,
      requestKey: RequestKey,
    }),
    output: v.object({ fineId: FineId, state: v.picklist(fineStates), owed: Fen }),
    refusals: {
      'no-such-fine': none,
      'already-settled': v.object({ state: v.picklist(fineStates) }),
    },
  },
  /** Notes that staff gave back what was paid too much, whole: there is nothing to give back of it any more. */
  giveBack: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ paymentId: Id, reason: StaffReason, requestKey: RequestKey }),
    output: v.object({ paymentId: Id, amount: Fen }),
    refusals: { 'no-such-payment': none, 'nothing-to-give-back': none },
  },
} as const satisfies Contract;
