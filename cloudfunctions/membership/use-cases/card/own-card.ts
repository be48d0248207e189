import type { WechatAccount } from '../../domain/card/card-binding';
import type { BindingRecords } from '../../ports/binding';

/** The card that a WeChat has bound now; null where it has none, or another WeChat has bound that since. */
export const ownCard = async (
  records: Pick<BindingRecords, 'binding'>,
  openid: string,
  { card }: Pick<WechatAccount, 'card'>,
): Promise<string | null> => {
  if (card === null) return null;
  const binding = await records.binding(card);
  return binding?.openid === openid ? card : null;
};
