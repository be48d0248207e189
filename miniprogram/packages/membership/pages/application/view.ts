import { detailLines, ownApplicationHead, stepLines } from '../../../../format/application-lines';
import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { offerLine } from '../../../../format/membership-lines';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import type { MyApplication } from '../../../../stores/membership/my-application';
import type { RemoteValue } from '../../../../stores/remote-value';
import type { Session } from '../../../../stores/session';

type ApplicationStores = {
  readonly mine: MyApplication;
  readonly offers: RemoteValue<'membership.onlineCategories'>;
  readonly session: Session;
};

const dayOf = ({ mine }: ApplicationStores): string => libraryDayOf(mine.latest);

const isUnbound = ({ session }: ApplicationStores): boolean => session.status === 'unbound';

/** What the page of one's application shows; without one, what can be applied for. */
export const applicationFields = {
  status: ({ mine }: ApplicationStores) => mine.latest.status,
  failure: ({ mine }: ApplicationStores) => failureNote('membership.application', mine.latest.failure),
  outOfDate: ({ mine }: ApplicationStores) => outOfDateNote(mine.latest, phoneDay()),
  head: (stores: ApplicationStores) => {
    const { application, card } = stores.mine;
    if (application === null) return null;
    return ownApplicationHead({ application, card, isUnbound: isUnbound(stores) }, dayOf(stores));
  },
  isUnbound: (stores: ApplicationStores) => isUnbound(stores),
  isBinding: ({ mine }: ApplicationStores) => mine.rebinding.isBusy,
  bindFailure: ({ mine }: ApplicationStores) =>
    failureNote('membership.bindOwnMembership', mine.rebinding.failure),
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
