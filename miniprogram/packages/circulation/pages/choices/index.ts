import { failureNote } from '../../../../format/block-notes';
import { cardFailureNote, unboundNote } from '../../../../format/session-note';
import { open } from '../../../../platform/navigate';
import { askFirst, say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { cardState, loadForCard } from '../../../../stores/card-state';
import { openHistory, session } from '../../../../stores/index';
import { autoRenewalWording, historyWording } from '../../../../wording/zh-CN/circulation/history';
import { meWording } from '../../../../wording/zh-CN/me';

StorePage({
  store: () => ({ session, history: openHistory() }),
  fields: {
    state: (stores) => cardState(stores.session, stores.history.choices.status, false),
    failure: (stores) =>
      cardFailureNote(stores.session, 'circulation.loanChoices', stores.history.choices.failure),
    unbound: (stores) => unboundNote(stores.session.isReplaced, meWording.unboundAdvice),
    autoRenewal: ({ history }) => history.choices.value?.autoRenewal ?? false,
    keepsHistory: ({ history }) => history.isOn,
  },
  data: {
    renewal: autoRenewalWording,
    history: historyWording,
    state: 'loading',
    failure: { title: '', advice: '' },
    unbound: { title: '', advice: '', action: '' },
  },
  methods: {
    onLoad() {
      this.load();
    },
    load() {
      void loadForCard(this.store.session, this.store.history.choices);
    },
    bind() {
      open(routes.bind());
    },
    async toggleAutoRenewal() {
      const autoRenewal = this.store.history.choices.value?.autoRenewal !== true;
      const isDone = await this.store.history.choose({ autoRenewal });
      if (!isDone) this.sayWhyNot();
      else say(autoRenewal ? autoRenewalWording.on : autoRenewalWording.off);
    },
    async toggleHistory() {
      const { turnOffQuestion, turnOffYes } = historyWording;
      const wasOn = this.store.history.isOn;
      if (wasOn && !(await askFirst(turnOffQuestion, turnOffYes))) return;
      if (!(await this.store.history.choose({ history: !wasOn }))) this.sayWhyNot();
    },
    sayWhyNot() {
      const { failure } = this.store.history.choosing;
      if (failure !== null) say(failureNote('circulation.chooseLoans', failure).title);
    },
  },
});
