import type { Day } from '../../../kernel/library-day';

export const paymentStates = ['open', 'paid', 'wrong-amount', 'closed'] as const;
/** Open until the platform, asked, says that it was paid, or that it never will be; `wrong-amount`: another sum was paid. */
export type PaymentState = (typeof paymentStates)[number];

/** An order of fines at the payment platform, under the id that the platform knows it by. */
export type Payment = {
  readonly paymentId: string;
  readonly card: string;
  /** Who pays. */
  readonly openid: string;
  readonly fineIds: readonly string[];
  /** In fen. */
  readonly amount: number;
  readonly state: PaymentState;
  readonly startedAt: Date;
  /** When timed work last asked the platform for it, or when it was started. */
  readonly askedAt: Date;
  readonly paidOn: Day | null;
  /** The platform's number of what was paid; the receipt names it. */
  readonly receipt: string | null;
  /** In fen: what was paid for fines that had been settled meanwhile, or a wrong sum. Staff give it back. */
  readonly toGiveBack: number;
  /** What staff gave back of it, in fen, and when; not there where they gave nothing. */
  readonly givenBack?: { readonly amount: number; readonly on: Day };
};

/** What the payment platform says of an order when it is asked. */
export type OrderAnswer =
  | { readonly state: 'paid'; readonly amount: number; readonly receipt: string }
  /** `unknown`: the platform gave no answer that says how it stands. */
  | { readonly state: 'open' | 'closed' | 'unknown' };

/** An order that nobody pays is closed after so long: as long as WeChat's sheet for it can be opened. */
export const orderLifeMs = 2 * 60 * 60_000;

/** An order counts as paid where the platform says so and the sum is the one that was asked for. */
export const isPaid = (
  { amount }: Pick<Payment, 'amount'>,
  answer: OrderAnswer,
): answer is OrderAnswer & { state: 'paid' } => answer.state === 'paid' && answer.amount === amount;
