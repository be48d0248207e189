import { failureNote } from '../../../../format/block-notes';
import { yuan } from '../../../../format/money';
import type { Paying } from '../../../../stores/circulation/paying';
import type { RemoteValue } from '../../../../stores/remote-value';
import { finesWording, payingWording } from '../../../../wording/zh-CN/circulation/fines-page';

type PayStores = { readonly fines: RemoteValue<'circulation.fines'>; readonly paying: Paying };

/** One order takes so many fines. */
const mostFines = 50;

/** The fines that paying settles: those that are fixed and unpaid. */
export const owedFines = ({ value }: PayStores['fines']): readonly string[] =>
  (value?.fines ?? [])
    .filter(({ state }) => state === 'owed')
    .slice(0, mostFines)
    .map(({ fineId }) => fineId);

const amountOf = ({ fines }: PayStores): number => {
  const ids = owedFines(fines);
  return (fines.value?.fines ?? []).reduce(
    (sum, { fineId, amount }) => sum + (ids.includes(fineId) ? amount : 0),
    0,
  );
};

function noteOf({ paying }: PayStores): { readonly title: string; readonly advice: string } {
  const { state, starting } = paying;
  if (state === 'refused') return failureNote('circulation.startPayment', starting.failure);
  return state === 'pending' ||
    state === 'cancelled' ||
    state === 'failed' ||
    state === 'closed' ||
    state === 'wrong-amount'
    ? payingWording[state]
    : { title: '', advice: '' };
}

/** What the page says of paying here; from what was only remembered nobody pays. */
export const payFields = {
  canPay: ({ fines }: PayStores) =>
    fines.value?.paysOnline === true && fines.seenAt === null && owedFines(fines).length > 0,
  payLabel: (stores: PayStores) => {
    if (stores.paying.isBusy) return finesWording.paying;
    if (stores.paying.state === 'pending') return finesWording.lookAgain;
    const amount = amountOf(stores);
    const isBegun = stores.fines.value?.openPayment?.amount === amount;
    return isBegun ? finesWording.goOn(yuan(amount)) : finesWording.pay(yuan(amount));
  },
  isPaying: ({ paying }: PayStores) => paying.isBusy,
  payNote: noteOf,
  receipt: ({ paying: { receipt } }: PayStores) => (receipt === null ? '' : finesWording.receipt(receipt)),
};
