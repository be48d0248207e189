import type { Message } from '../../kernel/message';

/** To whom things are told: a WeChat, and the card that it has bound, if any. */
export type Reader = { readonly openid: string; readonly card: string | null };

/** A message as it was told, with whether it was read. */
export type KeptMessage = Message & { readonly readAt: Date | null };

export type Messages = {
  /** What was told and not taken back, the newest first, as many as are shown. */
  of(reader: Reader): Promise<readonly KeptMessage[]>;
  /** Marks those of them that are the reader's own. */
  markRead(reader: Reader, keys: readonly string[]): Promise<void>;
};

/** Whose card a WeChat has bound; null where it has none. */
export type CardOf = (openid: string) => Promise<string | null>;

/** Tells several things that stand alone; what was told under a key before stays as it is. */
export type Tell = (messages: readonly Message[]) => Promise<void>;
