import { failureNote } from '../../../../format/block-notes';
import { holdView } from '../../../../format/hold-view';
import { libraryDayOf } from '../../../../platform/clock';
import type { HoldOffer } from '../../../../stores/circulation/hold-offer';
import { holdOfferWording } from '../../../../wording/zh-CN/circulation/holds-page';
import type { BookStores } from './view';
import { copiesOf, findingOf } from './view';

export type HoldStores = BookStores & { readonly hold: HoldOffer };

/** Where a hold can be picked up. */
export const pickupBranches = ({ today }: BookStores) =>
  (today.value?.branches ?? []).map(({ branchId, name }) => ({ branchId, name }));

/** Where the one copy stands that is asked for; empty where any copy will do. */
const onlyCopyOf = (stores: HoldStores): string => {
  const copy = copiesOf(stores).find(({ barcode }) => barcode === stores.hold.barcode);
  return copy === undefined ? '' : [copy.place, copy.detail].filter(Boolean).join(' · ');
};

const refusalOf = ({ placing, watching }: HoldOffer): string =>
  failureNote('circulation.placeHold', placing.failure).title ||
  failureNote('circulation.watch', watching.failure).title;

/** What the page shows of a hold: the button where no copy can be taken from its shelf, and the sheet behind it. */
export const holdFields = {
  holdButton: (stores: HoldStores) =>
    stores.book.value !== null && stores.book.value.copies.length > 0 && findingOf(stores) === null
      ? holdOfferWording.hold
      : '',
  hold: (stores: HoldStores) => {
    const { offer, branchId, placedAt, placing, watching } = stores.hold;
    return holdView(
      {
        title: stores.book.value?.record.title ?? '',
        onlyCopy: onlyCopyOf(stores),
        offer: offer.value,
        failure: offer.isLoading ? '' : failureNote('circulation.holdOffer', offer.failure).title,
        branches: pickupBranches(stores),
        branchId,
        placedAt,
        isOnShelf: findingOf(stores) !== null,
        isBusy: placing.isBusy || watching.isBusy,
        refusal: refusalOf(stores.hold),
      },
      libraryDayOf(offer),
    );
  },
};
