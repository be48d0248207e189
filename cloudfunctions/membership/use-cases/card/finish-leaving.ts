import type { CardRecords, ClearCard, Leaving, WithRecords } from '../../ports/binding';

export type LeavingNeeds = { readonly withRecords: WithRecords; readonly clearCard: ClearCard };

const isFree = async (records: CardRecords, card: string): Promise<boolean> =>
  (await records.binding(card)) === null;

/**
 * What is left to do once a WeChat has unbound cards. One that is bound again since keeps what it has: it is told to
 * whoever bound it.
 */
export const finishLeaving = async (
  { withRecords, clearCard }: LeavingNeeds,
  openid: string,
): Promise<void> => {
  const { leaving, free } = await withRecords(async (records) => {
    const wechatAccount = await records.wechatAccount(openid);
    const isOfNobody = await Promise.all(wechatAccount.leaving.map((card) => isFree(records, card)));
    return {
      leaving: wechatAccount.leaving,
      free: wechatAccount.leaving.filter((_, place) => isOfNobody[place]),
    };
  });
  if (leaving.length === 0) return;
  for (const card of free) await clearCard(card);
  await withRecords(async (records) => {
    const wechatAccount = await records.wechatAccount(openid);
    const others = wechatAccount.leaving.filter((card) => !leaving.includes(card));
    await records.keepWechatAccount(openid, { ...wechatAccount, leaving: others });
  });
};

const mostPerRun = 50;

/** Timed work: finishes unbindings that were cut off and that no phone took up. */
export const finishUnbindings =
  ({ leaving, ...needs }: LeavingNeeds & { readonly leaving: Leaving }) =>
  async (): Promise<void> => {
    for (const openid of await leaving(mostPerRun)) await finishLeaving(needs, openid);
  };
