import type { StaffCaller } from '../../../kernel/caller';
import { once, type OtherRequest } from '../../../kernel/request-keys';
import type { Result } from '../../../kernel/result';
import type { DeskRequestRecords } from '../../ports/fines';

/** What staff ask for (`check-in/BARCODE/BRANCH`), under which key, when. */
type Asked = { readonly requestKey: string; readonly request: string; readonly at: Date };

/**
 * Does once, in one transaction, what staff ask for: the same key again gives the same answer, and a key belongs to one
 * request of one of staff, whatever title or patron the other one is about. A refused request is decided afresh.
 */
export const onceAtDesk = async <T, R>(
  records: DeskRequestRecords,
  { openid }: StaffCaller,
  { requestKey: key, request, at }: Asked,
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | OtherRequest>> => {
  const known = await records.deskRequest(openid, { key, request });
  const done = known === null ? [] : [known];
  return once<T, R>({ key, request, done, at }, async () => {
    const reply = await work();
    if (reply.ok)
      await records.keepDeskRequest(openid, { key, request, answer: reply.value, at: at.getTime() });
    return reply;
  });
};
