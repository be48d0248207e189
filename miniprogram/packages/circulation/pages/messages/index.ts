import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { messageRow } from '../../../../format/message-row';
import type { MessageRow } from '../../../../format/message-row';
import { inPieces } from '../../../../format/pieces';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import { endPull, open, openTab } from '../../../../platform/navigate';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { branchNamesOf } from '../../../../stores/branch-names';
import { libraryToday, messages } from '../../../../stores/index';
import { messagesWording } from '../../../../wording/zh-CN/circulation/messages';

/** Where a message of a kind leads; the loans where nothing else fits. */
const whereTo = (kind: MessageRow['kind']): (() => void) => {
  if (kind === 'hold-ready' || kind === 'hold-lapsed') return () => open(routes.holds());
  if (kind === 'family-linked' || kind === 'family-ended') return () => open(routes.family());
  if (kind === 'fine-fixed') return () => open(routes.fines());
  return () => openTab(/application|membership/.test(kind) ? routes.me() : routes.loans());
};

StorePage({
  store: () => ({ messages, today: libraryToday }),
  fields: {
    state: (stores) => {
      const { status, value } = stores.messages.list;
      return value?.messages.length === 0 ? 'empty' : status;
    },
    failure: (stores) => failureNote('circulation.messages', stores.messages.list.failure),
    outOfDate: (stores) => outOfDateNote(stores.messages.list, phoneDay()),
  },
  rows: [
    {
      field: 'pieces',
      chunks: (stores) =>
        inPieces(
          (stores.messages.list.value?.messages ?? []).map((message) =>
            messageRow(message, {
              branchNames: branchNamesOf(stores.today),
              today: libraryDayOf(stores.messages.list),
            }),
          ),
        ),
    },
  ],
  data: {
    wording: messagesWording,
    state: 'loading',
    failure: { title: '', advice: '' },
    empty: { title: messagesWording.empty, advice: messagesWording.emptyAdvice },
    pieces: [],
  },
  methods: {
    onLoad() {
      void this.load();
      if (this.store.today.value === null) void this.store.today.load();
    },
    async onPullDownRefresh() {
      await this.store.messages.list.load();
      endPull();
    },
    async load() {
      await this.store.messages.list.load();
      await this.store.messages.markRead();
    },
    openMessage({ currentTarget }: Tap<{ kind: MessageRow['kind'] }>) {
      whereTo(currentTarget.dataset.kind)();
    },
  },
});
