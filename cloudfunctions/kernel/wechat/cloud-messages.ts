import type { Message } from '../message';
import { addDocuments } from './cloud-additions';
import type { Transaction } from './cloud-transaction';
import type { Database } from './wx-cloud';
import type { Clock } from '../clock';

const stored = ({ key, ...message }: Message) => ({ _id: key, ...message, readAt: null, cancelledAt: null });

/** Tells somebody something, in the transaction of what it tells of. Told again, it is new and unread. */
export const tellWithin = (transaction: Transaction, { key, ...message }: Message): Promise<void> =>
  transaction.put('messages', key, { ...message, readAt: null, cancelledAt: null });

/** Tells several things that stand alone; what was told before stays as it is. */
export const tellOnce = (database: Database, messages: readonly Message[]): Promise<void> =>
  addDocuments(database, 'messages', messages.map(stored));

/** Takes back what was told to a card and not read, such as when it is unbound. */
export const cancelMessages =
  (database: Database, now: Clock) =>
  async (card: string): Promise<void> => {
    const unread = database.collection('messages').where({ card, readAt: null, cancelledAt: null });
    await unread.update({ data: { cancelledAt: now() } });
  };
