import { failureNote } from '../../format/block-notes';
import { open } from '../../platform/navigate';
import { askFirst } from '../../platform/notify';
import { routes } from '../../platform/routes';
import { StorePage } from '../../platform/store-page';
import type { Tap } from '../../platform/tap';
import { hotSearches, searchEntry, searchHistory } from '../../stores/index';
import { failureActions } from '../../wording/zh-CN/failures';
import { searchWording } from '../../wording/zh-CN/catalog/search';

type Finding = WechatMiniprogram.CustomEvent<{ query: string }>;
type Typing = WechatMiniprogram.CustomEvent<{ isTyping: boolean }>;

StorePage({
  store: () => ({ history: searchHistory, hot: hotSearches }),
  fields: {
    history: ({ history }) => history.queries,
    hotStatus: ({ hot }) => hot.status,
    hotFailure: ({ hot }) => failureNote('catalog.hotSearches', hot.failure).title,
    hotQueries: ({ hot }) => hot.value?.queries ?? [],
  },
  data: {
    wording: searchWording,
    actions: failureActions,
    isTyping: false,
    isFocused: false,
    bones: [1, 2, 3, 4],
  },
  methods: {
    onLoad() {
      this.loadHot();
    },
    onShow() {
      if (searchEntry.take()) this.setData({ isFocused: true });
    },
    onHide() {
      this.setData({ isFocused: false });
    },
    onShareAppMessage() {
      return { title: searchWording.share, path: routes.search() };
    },
    loadHot() {
      void this.store.hot.load();
    },
    onTyping({ detail }: Typing) {
      this.setData({ isTyping: detail.isTyping });
    },
    find({ detail }: Finding) {
      open(routes.results({ query: detail.query }));
    },
    searchFor({ currentTarget }: Tap<{ query: string }>) {
      open(routes.results({ query: currentTarget.dataset.query }));
    },
    forget({ currentTarget }: Tap<{ query: string }>) {
      this.store.history.remove(currentTarget.dataset.query);
    },
    async forgetAll() {
      const { clearHistoryQuestion, clearHistoryConfirm } = searchWording;
      if (await askFirst(clearHistoryQuestion, clearHistoryConfirm)) this.store.history.clear();
    },
    openBrowse() {
      open(routes.browse());
    },
  },
});
