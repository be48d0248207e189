import type { AuditLine } from '../../kernel/audit';
import type { DocumentFault } from '../../kernel/document-fault';
import type { WechatAccount, Binding } from '../domain/card/card-binding';
import type { Guesses } from '../domain/card/guesses';
import type { Patron } from '../domain/patrons/patron';

/** A PIN as it is kept; `mustChange`: staff set it. */
export type HashedPin = { readonly salt: string; readonly hash: string };
export type CardSecret = HashedPin & { readonly mustChange: boolean };

/** Whose tries are counted. */
export type Guesser = { readonly kind: 'card' | 'openid'; readonly id: string };

/**
 * Counters of tries outside a transaction: tries at one card at the same moment meet at one document, and transactions
 * would each begin anew for every one that was faster.
 */
export type GuessCounters = {
  /** Null where nothing was counted yet. */
  look(guesser: Guesser): Promise<Guesses | null>;
  /** Puts a count in place of the one that was seen; false where somebody else did so meanwhile. */
  replace(guesser: Guesser, seen: Guesses | null, next: Guesses): Promise<boolean>;
};

/** What is known of a card to check somebody's details by; null where it is not there. */
export type Credentials = {
  readonly patron: Patron | null;
  readonly secret: CardSecret | null;
  /** The PIN that staff typed and that is not hashed yet; it goes before the secret. */
  readonly initialPin: string | null;
};

/** What a card is bound with, inside a transaction. */
export type BindingRecords = {
  wechatAccount(openid: string): Promise<WechatAccount>;
  keepWechatAccount(openid: string, wechatAccount: WechatAccount): Promise<void>;
  binding(card: string): Promise<Binding | null>;
  keepBinding(binding: Binding): Promise<void>;
  /** What stands for the card in the audit log; made when it is asked for first. */
  pseudonymOf(card: string): Promise<string>;
  audit(line: AuditLine): Promise<void>;
};

/** The records of cards and WeChats, inside a transaction. */
export type CardRecords = BindingRecords & {
  endBinding(card: string): Promise<void>;
  guesses(guesser: Guesser): Promise<Guesses>;
  keepGuesses(guesser: Guesser, guesses: Guesses): Promise<void>;
  /** As if nobody had ever tried: nothing shows that somebody was let in. */
  forgetGuesses(guesser: Guesser): Promise<void>;
  credentials(card: string): Promise<Credentials>;
  /** Puts a hashed PIN in place of what there was, the one that staff typed included. */
  keepSecret(card: string, secret: CardSecret): Promise<void>;
};

/** Does work with the records all at once or not at all, again from its start where somebody else was faster. */
export type WithRecords = <T>(work: (records: CardRecords) => Promise<T>) => Promise<T>;

/** Hashes PINs; each call takes the same time whatever it is given. */
export type Pins = {
  hash(pin: string): Promise<HashedPin>;
  /** Whether the PIN is the one that is known: hashed, as staff typed it, or none at all. */
  isRight(pin: string, known: HashedPin | string | null): Promise<boolean>;
};

/** Reads, outside a transaction. */
export type CardReads = {
  credentials(card: string): Promise<Credentials>;
  patron(card: string): Promise<Patron | null>;
  /** The card whose number somebody typed in small letters or capitals; as it was typed where there is none. */
  cardAs(typed: string): Promise<string>;
  /** The card that a WeChat has bound. */
  bindingOf(openid: string): Promise<Binding | null>;
  wechatAccountOf(openid: string): Promise<WechatAccount>;
};

/** What a patron category is called; null where nobody says. */
export type CategoryName = (category: string) => Promise<string | null>;
/** Adds a line to the audit log that stands alone. */
export type Audit = (line: AuditLine) => Promise<void>;
/** Takes back what was told to a card and not read, and ends its family links; again it changes nothing more. */
export type ClearCard = (card: string) => Promise<void>;
/** Some WeChats of which an unbinding was cut off. */
export type Leaving = (most: number) => Promise<readonly string[]>;

/** Patrons for whom staff have typed a PIN that is not hashed yet. */
export type InitialPins = {
  /** Some of them, by number; whatever a number may be that somebody typed. */
  some(most: number): Promise<readonly unknown[]>;
  /** Takes the PIN out of a document that no card can have. */
  drop(id: unknown): Promise<void>;
};

/** A walk through all patrons by card, a step at a time. */
export type PatronWalk = {
  /** Where the last step ended; empty at the beginning. */
  place(): Promise<string>;
  keepPlace(after: string): Promise<void>;
  /** What is wrong with the next ones, and their cards. */
  next(
    after: string,
    most: number,
  ): Promise<{ readonly cards: readonly string[]; readonly faults: readonly DocumentFault[] }>;
  misnumbered(): Promise<readonly DocumentFault[]>;
};

/** Removes what nothing looks at any more. */
export type Forget = (now: Date) => Promise<void>;
