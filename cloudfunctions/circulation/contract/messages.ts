import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { Count, none, RequestKey } from '../../kernel/contract-values';
import { messageDetails, type MessageKind } from '../../kernel/message';

const MessageId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

const told = <K extends MessageKind>(kind: K) =>
  v.object({
    messageId: MessageId,
    /** The instant, in milliseconds. */
    at: v.number(),
    isRead: v.boolean(),
    kind: v.literal(kind),
    details: messageDetails[kind],
  });

const Message = v.variant('kind', [
  told('loans-digest'),
  told('renewed-automatically'),
  told('not-renewed-automatically'),
  told('recalled'),
  told('hold-ready'),
  told('hold-lapsed'),
  told('title-back'),
  told('fine-fixed'),
  told('application-approved'),
  told('application-refused'),
  told('membership-prolonged'),
  told('family-linked'),
  told('family-ended'),
]);

export const messageActions = {
  /** What the library has told this WeChat and its card, the newest first, 100 at most; an applicant has no card yet. */
  messages: {
    callers: ['phone'],
    person: 'anyone',
    input: none,
    output: v.object({ messages: v.array(Message), unread: Count }),
    refusals: {},
  },
  /** Marks messages of one's own as read; others are left as they are. */
  markMessagesRead: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({
      messageIds: v.pipe(v.array(MessageId), v.minLength(1), v.maxLength(100)),
      requestKey: RequestKey,
    }),
    output: v.object({ unread: Count }),
    refusals: {},
  },
} as const satisfies Contract;
