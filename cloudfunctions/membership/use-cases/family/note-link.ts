import { auditLine, byPatron } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { WechatAccount } from '../../domain/card/card-binding';
import type { FamilyLink, FamilyRecords } from '../../ports/family';

type Noted = {
  readonly name: string;
  /** With what was done. */
  readonly wechatAccount: WechatAccount;
  readonly requestKey: string;
  readonly at: Date;
};

/** Keeps what was done, and notes it in the log of the one whose loans are seen. */
export const noteLink = async (
  records: FamilyRecords,
  { openid, self }: PatronCaller,
  { card, pseudonym, linkId }: FamilyLink,
  { name, wechatAccount, requestKey, at }: Noted,
): Promise<void> => {
  await records.keepWechatAccount(openid, wechatAccount);
  const deed = { action: `membership.${name}`, requestKey, target: linkId, at };
  await records.audit(auditLine(byPatron(self), { card, pseudonym }, deed));
};
