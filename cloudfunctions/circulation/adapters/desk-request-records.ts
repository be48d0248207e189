import { createHash } from 'node:crypto';
import type { DoneRequest } from '../../kernel/request-keys';
import type { Transaction } from '../../kernel/wechat/cloud-transaction';
import type { DeskRequestRecords } from '../ports/fines';

type Kept = Pick<DoneRequest, 'answer' | 'at'> & { readonly digest: string };

/** What was asked for names cards; only whether it is the same again needs to be known. */
const digestOf = (request: string): string => createHash('sha256').update(request).digest('hex');

/** What staff did lately, a document a key: an other one of the same key meets it, whatever book or card it is about. */
export const deskRequestRecords = (transaction: Transaction): DeskRequestRecords => ({
  deskRequest: async (openid, { key, request }) => {
    const kept = await transaction.read<Kept>('desk_requests', `${openid}-${key}`);
    if (kept === null) return null;
    const { digest, answer, at } = kept;
    return { key, request: digest === digestOf(request) ? request : digest, answer, at };
  },
  keepDeskRequest: (openid, { key, request, answer, at }) =>
    transaction.put('desk_requests', `${openid}-${key}`, { openid, digest: digestOf(request), answer, at }),
});
