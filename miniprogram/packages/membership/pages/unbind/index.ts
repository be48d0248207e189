import { failureNote } from '../../../../format/block-notes';
import { cardLines } from '../../../../format/card-lines';
import { unboundNote } from '../../../../format/session-note';
import { bindingAgain, whatStays } from '../../../../format/what-stays';
import { phoneDay } from '../../../../platform/clock';
import { goBack, replace } from '../../../../platform/navigate';
import { askFirst, say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { loans, myApplication, openFines, openUnbinding, session } from '../../../../stores/index';
import { loadForCard } from '../../../../stores/card-state';
import { unbindingWording } from '../../../../wording/zh-CN/membership/binding';
import { meWording } from '../../../../wording/zh-CN/me';
import { boundFields, noBoundText } from '../../bound-fields';

StorePage({
  store: () => ({ session, loans, fines: openFines(), unbinding: openUnbinding(), mine: myApplication }),
  fields: {
    ...boundFields,
    unbound: (stores) => unboundNote(stores.session.isReplaced, meWording.unboundAdvice),
    card: ({ session: { card } }) => (card === null ? null : cardLines(card, phoneDay())),
    stays: ({ loans: { list }, fines }) =>
      list.status === 'loading' || fines.status === 'loading'
        ? null
        : whatStays(list.value?.loans ?? null, fines.value?.owed ?? null),
    again: ({ mine, session: { card } }) => bindingAgain(mine.latest.value, card?.maskedCard ?? null),
    isSending: ({ unbinding }) => unbinding.isSending,
    failure: ({ unbinding }) => failureNote('membership.unbindCard', unbinding.failure),
  },
  data: { wording: unbindingWording, ...noBoundText },
  methods: {
    onLoad() {
      this.load();
    },
    load() {
      const { session: mine, loans: borrowed, fines, mine: application } = this.store;
      const load = () => Promise.all([borrowed.list.load(), fines.load(), application.latest.load()]);
      void loadForCard(mine, { load });
    },
    async unbind() {
      const { question, unbind, unbound } = unbindingWording;
      if (!(await askFirst(question, unbind))) return;
      if (!(await this.store.unbinding.unbind())) return;
      say(unbound);
      this.leave();
    },
    leave() {
      goBack(routes.me());
    },
    bind() {
      replace(routes.bind());
    },
  },
});
