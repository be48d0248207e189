import type { Clock } from '../../kernel/clock';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { KeptMessage, Messages, Reader } from '../ports/messages';

type MessageDocument = Omit<KeptMessage, 'key'> & { readonly _id: string; readonly cancelledAt: Date | null };

const mostShown = 100;

const newestFirst = (a: KeptMessage, b: KeptMessage): number =>
  b.at.getTime() - a.at.getTime() || (a.key < b.key ? -1 : 1);

/** What a card was told goes with the card, also where a WeChat is named beside it. */
const isFor = ({ card }: MessageDocument, reader: Reader): boolean =>
  (card ?? null) === null || card === reader.card;

/** One that nobody can read is not shown, and hides no other. */
const isReadable = ({ at, kind, details }: Readonly<Partial<Record<keyof KeptMessage, unknown>>>): boolean =>
  at instanceof Date && typeof kind === 'string' && typeof details === 'object' && details !== null;

const messageOf = ({ _id: key, ...message }: MessageDocument): KeptMessage =>
  ({ ...message, key, readAt: message.readAt ?? null }) as KeptMessage;

const conditions = ({ openid, card }: Reader): object[] => [{ openid }, ...(card === null ? [] : [{ card }])];

/** Messages in the cloud database: by openid and by card, a query each. */
export const cloudReaderMessages = (database: Database, now: Clock): Messages => {
  const messages = database.collection('messages');
  return {
    of: async (reader) => {
      const found = await Promise.all(
        conditions(reader).map((condition) =>
          documentsOf<MessageDocument>(
            messages
              .where({ ...condition, cancelledAt: null })
              .orderBy('at', 'desc')
              .limit(mostShown),
          ),
        ),
      );
      const own = new Map(
        found
          .flat()
          .filter((message) => isFor(message, reader) && isReadable(message))
          .map((message) => [message._id, message]),
      );
      return [...own.values()].map(messageOf).sort(newestFirst).slice(0, mostShown);
    },
    markRead: async (reader, keys) => {
      const _id = database.command.in([...keys]);
      for (const condition of conditions(reader))
        await messages.where({ ...condition, _id, readAt: null }).update({ data: { readAt: now() } });
    },
  };
};
