import { failureNote } from '../../../../format/block-notes';
import { cardLines } from '../../../../format/card-lines';
import { unboundNote } from '../../../../format/session-note';
import { whatStays } from '../../../../format/what-stays';
import { phoneDay } from '../../../../platform/clock';
import { goBack, replace } from '../../../../platform/navigate';
import { askFirst, say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { loans, openUnbinding, session } from '../../../../stores/index';
import { loadLoans } from '../../../../stores/circulation/load-loans';
import { unbindingWording } from '../../../../wording/zh-CN/membership/binding';
import { meWording } from '../../../../wording/zh-CN/me';
import { sessionWording } from '../../../../wording/zh-CN/session';

StorePage({
  store: () => ({ session, loans, unbinding: openUnbinding() }),
  fields: {
    status: (stores) => stores.session.status,
    unbound: (stores) => unboundNote(stores.session.isReplaced, meWording.unboundAdvice),
    card: ({ session: { card } }) => (card === null ? null : cardLines(card, phoneDay())),
    stays: (stores) =>
      stores.loans.list.status === 'loading' ? null : whatStays(stores.loans.list.value?.loans ?? null),
    isSending: ({ unbinding }) => unbinding.isSending,
    failure: ({ unbinding }) => failureNote('membership.unbindCard', unbinding.failure),
  },
  data: { wording: unbindingWording, glyphs: sessionWording },
  methods: {
    onLoad() {
      void loadLoans(this.store);
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
