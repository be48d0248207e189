import type { Caller } from '../../../kernel/caller';
import type { Outcome, Output, Parsed } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { circulation } from '../../contract';
import type { CardOf, KeptMessage, Messages, Reader } from '../../ports/messages';

type List = typeof circulation.messages;
type Mark = typeof circulation.markMessagesRead;
type Needs = { readonly messages: Messages; readonly cardOf: CardOf };
type Told = Output<List>['messages'][number];

const shown = ({ key, at, readAt, kind, details }: KeptMessage): Told =>
  ({ messageId: key, at: at.getTime(), isRead: readAt !== null, kind, details }) as Told;

const readerOf = async ({ cardOf }: Needs, { openid }: Caller): Promise<Reader> => ({
  openid,
  card: await cardOf(openid),
});

const unreadOf = (messages: readonly KeptMessage[]): number =>
  messages.filter(({ readAt }) => readAt === null).length;

/** What was told to a WeChat and to the card that it has now; an applicant has no card yet. */
export const listMessages =
  (needs: Needs) =>
  async (caller: Caller): Promise<Outcome<List>> => {
    const messages = await needs.messages.of(await readerOf(needs, caller));
    return ok({ messages: messages.map(shown), unread: unreadOf(messages) });
  };

/** Marks messages as read; doing it again changes nothing, and others' stay as they are. */
export const markMessagesRead =
  (needs: Needs) =>
  async (caller: Caller, { messageIds }: Parsed<Mark>): Promise<Outcome<Mark>> => {
    const reader = await readerOf(needs, caller);
    await needs.messages.markRead(reader, messageIds);
    return ok({ unread: unreadOf(await needs.messages.of(reader)) });
  };
