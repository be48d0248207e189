import type { Caller } from '../../../kernel/caller';
import type { CardOf, KeptMessage, Messages, Reader } from '../../ports/messages';

export type ReaderNeeds = { readonly messages: Messages; readonly cardOf: CardOf };

/** To whom messages are told: the WeChat that calls, with the card that it has bound now. */
export const readerOf = async ({ cardOf }: ReaderNeeds, { openid }: Caller): Promise<Reader> => ({
  openid,
  card: await cardOf(openid),
});

/** How many of these were not read yet. */
export const unreadOf = (messages: readonly KeptMessage[]): number =>
  messages.filter(({ readAt }) => readAt === null).length;
