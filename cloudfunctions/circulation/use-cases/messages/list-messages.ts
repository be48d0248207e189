import type { Caller } from '../../../kernel/caller';
import type { Outcome, Output } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { circulation } from '../../contract';
import type { KeptMessage } from '../../ports/messages';
import { readerOf, unreadOf, type ReaderNeeds } from './reader-of';

type List = typeof circulation.messages;

type Told = Output<List>['messages'][number];

const shown = ({ key, at, readAt, kind, details }: KeptMessage): Told =>
  ({ messageId: key, at: at.getTime(), isRead: readAt !== null, kind, details }) as Told;

/** What was told to a WeChat and to the card that it has now; an applicant has no card yet. */
export const listMessages =
  (needs: ReaderNeeds) =>
  async (caller: Caller): Promise<Outcome<List>> => {
    const messages = await needs.messages.of(await readerOf(needs, caller));
    return ok({ messages: messages.map(shown), unread: unreadOf(messages) });
  };
