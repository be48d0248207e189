import { dayLabel } from '../../../../format/day-labels';
import { phoneDay } from '../../../../platform/clock';
import { endPull, open } from '../../../../platform/navigate';
import { say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { openMembershipTerm, session } from '../../../../stores/index';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { sessionWording } from '../../../../wording/zh-CN/session';
import { termWording } from '../../../../wording/zh-CN/membership/term-page';
import { termFields } from './view';

StorePage({
  store: () => ({ session, term: openMembershipTerm() }),
  fields: termFields,
  data: { wording: termWording, actions: failureActions, glyphs: sessionWording },
  methods: {
    onLoad() {
      if (this.store.session.known === null) void this.store.session.load();
    },
    onShow() {
      this.load();
    },
    async onPullDownRefresh() {
      await this.store.term.membership.load();
      endPull();
    },
    load() {
      void this.store.term.membership.load();
    },
    async prolong() {
      const endsOn = await this.store.term.prolong();
      if (endsOn === null) return;
      say(termWording.prolonged(dayLabel(endsOn, phoneDay())));
      await this.store.session.load();
    },
    apply() {
      open(routes.apply());
    },
    openApplication() {
      open(routes.application());
    },
    bind() {
      open(routes.bind());
    },
  },
});
