import type { FamilyRight } from '../../kernel/contract';
import type { Day } from '../../kernel/library-day';
import type { Message } from '../../kernel/message';
import type { CardRecords } from './binding';

/** `card` lets `by` see what it has borrowed, or renew it too, through `endsOn`. */
export type FamilyLink = {
  readonly linkId: string;
  readonly card: string;
  readonly pseudonym: string;
  readonly by: string;
  readonly right: FamilyRight;
  readonly endsOn: Day;
  readonly since: Date;
};
/** An offer of `card` that waits for the other side, until an instant (ms). */
export type FamilyInvitation = {
  readonly code: string;
  readonly card: string;
  readonly pseudonym: string;
  /** Whose loans are seen: of `card`, or of whoever accepts. */
  readonly whose: 'mine' | 'theirs';
  readonly right: FamilyRight;
  readonly endsOn: Day;
  readonly requestKey: string;
  readonly until: number;
};
/** The records of cards with their links, inside a transaction. */
export type FamilyRecords = CardRecords & {
  invitation(code: string): Promise<FamilyInvitation | null>;
  keepInvitation(invitation: FamilyInvitation): Promise<void>;
  removeInvitation(code: string): Promise<void>;
  link(linkId: string): Promise<FamilyLink | null>;
  keepLink(link: FamilyLink): Promise<void>;
  removeLink(linkId: string): Promise<void>;
  tell(message: Message): Promise<void>;
};
export type WithFamily = <T>(work: (records: FamilyRecords) => Promise<T>) => Promise<T>;
export type FamilyReads = {
  /** The links of a card, whichever side it is. */
  linksOf(card: string): Promise<readonly FamilyLink[]>;
  openInvitations(card: string, now: Date): Promise<number>;
  /** The names of cards, as far as there are any. */
  names(cards: readonly string[]): Promise<ReadonlyMap<string, string>>;
};
/** One id for each pair of cards and direction, which tells nothing of either. */
export type LinkIdOf = (card: string, by: string) => string;
