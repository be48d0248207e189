import { failureNote } from '../../format/block-notes';
import { cardLines } from '../../format/card-lines';
import { unboundNote } from '../../format/session-note';
import { showUnread } from '../../platform/badge';
import { phoneDay } from '../../platform/clock';
import { endPull, open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { StorePage } from '../../platform/store-page';
import type { Tap } from '../../platform/tap';
import { libraryToday, messages, session } from '../../stores/index';
import { failureActions } from '../../wording/zh-CN/failures';
import { meWording } from '../../wording/zh-CN/me';
import { becomeStaffWording } from '../../wording/zh-CN/staff/staff-page';
import { entryGroups, staffEntrance } from './entries';

StorePage({
  store: () => ({ session, today: libraryToday, messages }),
  fields: {
    status: (stores) => stores.session.status,
    failure: (stores) => failureNote('membership.session', stores.session.failure),
    unbound: (stores) => unboundNote(stores.session.isReplaced, meWording.unboundAdvice),
    card: ({ session: { card } }) => (card === null ? null : cardLines(card, phoneDay())),
    groups: entryGroups,
    staffEntrance,
    library: ({ today }) => today.value?.name ?? '',
  },
  data: { wording: meWording, staffTitle: becomeStaffWording.title, actions: failureActions, groups: [] },
  methods: {
    onShow() {
      showUnread(messages.unread);
      this.load();
    },
    async onPullDownRefresh() {
      await Promise.all([this.store.session.load(), this.store.messages.refresh()]);
      endPull();
    },
    load() {
      void this.store.session.load();
      void this.store.messages.refresh();
      if (this.store.today.value === null) void this.store.today.load();
    },
    bind() {
      open(routes.bind());
    },
    openEntry({ currentTarget }: Tap<{ url: string }>) {
      open(currentTarget.dataset.url);
    },
  },
});
