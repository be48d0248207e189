import { failureNote } from '../../../../format/block-notes';
import { instantLabel } from '../../../../format/day-labels';
import { libraryDayOf } from '../../../../platform/clock';
import { endPull, open } from '../../../../platform/navigate';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import type { QueueState } from '../../../../stores/staff/application-queue';
import { openApplicationQueue } from '../../../../stores/index';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { myApplicationWording } from '../../../../wording/zh-CN/membership/my-application';
import { queueWording } from '../../../../wording/zh-CN/staff/staff';

const states = Object.entries(queueWording.states).map(([state, name]) => ({ state, name }));

StorePage({
  store: openApplicationQueue,
  fields: {
    status: ({ pages }) => pages.status,
    state: (queue) => queue.state,
    failure: (queue) => failureNote('membership.applications', queue.pages.failure),
    hasMore: ({ pages }) => pages.hasMore,
    isWaiting: (queue) => queue.state === 'submitted',
    applications: (queue) =>
      queue.applications.map(({ applicationId, name, categoryName, isRenewal, submittedAt }) => ({
        applicationId,
        name,
        what: isRenewal ? `${categoryName} · ${myApplicationWording.renewal}` : categoryName,
        since: queueWording.waitingSince(instantLabel(submittedAt, libraryDayOf(queue.pages))),
      })),
  },
  data: { wording: queueWording, actions: failureActions, states, applications: [] },
  methods: {
    onShow() {
      this.load();
    },
    async onPullDownRefresh() {
      await this.store.load();
      endPull();
    },
    onReachBottom() {
      this.more();
    },
    load() {
      void this.store.load();
    },
    more() {
      void this.store.pages.more();
    },
    show({ currentTarget }: Tap<{ state: QueueState }>) {
      void this.store.show(currentTarget.dataset.state);
    },
    review({ currentTarget }: Tap<{ applicationId: string }>) {
      open(routes.review(currentTarget.dataset.applicationId));
    },
  },
});
