import type { Caller } from '../../../kernel/caller';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { circulation } from '../../contract';
import { readerOf, unreadOf, type ReaderNeeds } from './reader-of';

type Mark = typeof circulation.markMessagesRead;

/** Marks messages as read; doing it again changes nothing, and others' stay as they are. */
export const markMessagesRead =
  (needs: ReaderNeeds) =>
  async (caller: Caller, { messageIds }: Parsed<Mark>): Promise<Outcome<Mark>> => {
    const reader = await readerOf(needs, caller);
    await needs.messages.markRead(reader, messageIds);
    return ok({ unread: unreadOf(await needs.messages.of(reader)) });
  };
