import type { AuditLine } from '../../kernel/audit';
import type { DoneRequest } from '../../kernel/request-keys';
import type { Fine } from '../domain/fines/fine';
import type { PatronCirculation } from '../domain/records/patron-circulation';
import type { OrderAnswer, Payment } from '../domain/fines/payment';

/** What staff did lately under their request keys, whatever it was about, inside one transaction. */
export type DeskRequestRecords = {
  /** What was done under the key; its request is told where it is this very one, and is another otherwise. */
  deskRequest(openid: string, asked: Pick<DoneRequest, 'key' | 'request'>): Promise<DoneRequest | null>;
  keepDeskRequest(openid: string, done: DoneRequest): Promise<void>;
};

/** Fines and payments inside one transaction. A document is read once; a damaged one throws `DamagedRecord`. */
export type FineRecords = DeskRequestRecords & {
  fine(fineId: string): Promise<Fine | null>;
  keepFine(fine: Fine): Promise<void>;
  account(card: string): Promise<PatronCirculation>;
  /** Writes it with the next sequence number. */
  keepAccount(account: PatronCirculation): Promise<void>;
  payment(paymentId: string): Promise<Payment | null>;
  keepPayment(payment: Payment): Promise<void>;
  /** The name without a meaning that stands for a card in the audit log. */
  pseudonymOf(card: string): Promise<string>;
  audit(line: AuditLine): Promise<void>;
};

/** Does work with the records all at once or not at all, again from its start where somebody else was faster. */
export type InFines = <T>(work: (records: FineRecords) => Promise<T>) => Promise<T>;

/** Reads outside a transaction. */
export type FineReads = {
  /** What a card owes, and the latest of what was settled; one that can't be read is left out. */
  finesOf(card: string): Promise<readonly Fine[]>;
  payment(paymentId: string): Promise<Payment | null>;
  /** A card's payments of which something is to be given back. */
  toGiveBack(card: string): Promise<readonly Payment[]>;
};

/** Payments that the platform is to be asked about. */
export type OpenPayments = {
  /** Those that nobody has asked about for longest. */
  next(most: number): Promise<readonly Payment[]>;
  /** Puts it behind the others, whatever the platform says of it. */
  markAsked(paymentId: string, at: Date): Promise<void>;
};

/** What `wx.requestPayment` takes. */
export type PaymentParameters = {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
};

/** Where payments on the phone are made. */
export type PaymentPlatform = {
  /** Makes the order, or the same one again under the same id; null where the platform gives none. */
  order(payment: Pick<Payment, 'paymentId' | 'amount' | 'openid'>): Promise<PaymentParameters | null>;
  /** How the order stands at the platform, whatever anybody says. */
  ask(paymentId: string): Promise<OrderAnswer>;
  /** Closes an order, so that nobody can pay it any more; @returns whether that is so. */
  close(paymentId: string): Promise<boolean>;
};

/** The platform of the merchant that the settings name; null where they name none, and fines are paid at the desk. */
export type FindPlatform = () => Promise<PaymentPlatform | null>;
