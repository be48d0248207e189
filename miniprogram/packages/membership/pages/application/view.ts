import { applicationHead, detailLines, stepLines } from '../../../../format/application-lines';
import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { offerLine } from '../../../../format/membership-lines';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import type { MyApplication } from '../../../../stores/membership/my-application';
import type { RemoteValue } from '../../../../stores/remote-value';

type ApplicationStores = {
  readonly mine: MyApplication;
  readonly offers: RemoteValue<'membership.onlineCategories'>;
};

const dayOf = ({ mine }: ApplicationStores): string => libraryDayOf(mine.latest);

/** What the page of one's application shows; without one, what can be applied for. */
export const applicationFields = {
  status: ({ mine }: ApplicationStores) => mine.latest.status,
  failure: ({ mine }: ApplicationStores) => failureNote('membership.application', mine.latest.failure),
  outOfDate: ({ mine }: ApplicationStores) => outOfDateNote(mine.latest, phoneDay()),
  head: (stores: ApplicationStores) =>
    stores.mine.application === null ? null : applicationHead(stores.mine.application, dayOf(stores)),
  steps: (stores: ApplicationStores) =>
    stores.mine.application === null ? [] : stepLines(stores.mine.application, dayOf(stores)),
  details: ({ mine: { application } }: ApplicationStores) =>
    application === null ? [] : detailLines(application),
  isWithdrawing: ({ mine }: ApplicationStores) => mine.isWithdrawing,
  withdrawFailure: ({ mine }: ApplicationStores) =>
    failureNote('membership.withdrawApplication', mine.failure),
  offersStatus: ({ offers }: ApplicationStores) => offers.status,
  offersFailure: ({ offers }: ApplicationStores) =>
    failureNote('membership.onlineCategories', offers.failure).title,
  offers: ({ offers }: ApplicationStores) => (offers.value?.categories ?? []).map(offerLine),
};
