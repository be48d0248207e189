import { choiceMade, choicesOf } from '../../../../format/facet-chips';
import type { Choice, ChipName } from '../../../../format/facet-chips';
import { open, replace, setTitle } from '../../../../platform/navigate';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { branchNamesOf } from '../../../../stores/branch-names';
import { libraryToday, openSearch } from '../../../../stores/index';
import type { SearchRequest } from '../../../../stores/catalog/search-request';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { resultsWording } from '../../../../wording/zh-CN/catalog/results';
import { makeChunks } from '../../result-chunks';
import { addressOf, requestAt } from '../../search-address';
import { dayOf, pageTitle, resultsFields, resultsRows, shareTitle } from './view';

type Finding = WechatMiniprogram.CustomEvent<{ query: string }>;
type Typing = WechatMiniprogram.CustomEvent<{ isTyping: boolean }>;
type Choosing = Exclude<ChipName, 'availableNow'>;
type ChoiceEvent = WechatMiniprogram.CustomEvent<{ value: string }>;

type Sheet = { name: Choosing; title: string; choices: readonly Choice[] };

const noSheet: Sheet = { name: 'sort', title: '', choices: [] };

StorePage({
  store: () => ({
    search: openSearch(),
    today: libraryToday,
    chunks: makeChunks(),
  }),
  fields: resultsFields,
  rows: [resultsRows],
  data: {
    wording: resultsWording,
    actions: failureActions,
    query: '',
    chips: [],
    chunks: [],
    isTyping: false,
    sheet: noSheet,
    isChoosing: false,
  },
  methods: {
    async onLoad(address: Record<string, string | undefined>) {
      const { search, today } = this.store;
      const found = this.ask(requestAt(address));
      if (today.value === null) void today.load();
      await found;
      const [only, other] = search.list.first?.results ?? [];
      if (address['scanned'] && only && !other) replace(routes.book(only.bookId, search.request.query));
    },
    onReachBottom() {
      void this.store.search.list.more();
    },
    onShareAppMessage() {
      const { search } = this.store;
      return { title: shareTitle(search), path: routes.results(addressOf(search.request)) };
    },
    retry() {
      void this.store.search.list.refresh();
    },
    more() {
      void this.store.search.list.more();
    },
    onTyping({ detail }: Typing) {
      this.setData({ isTyping: detail.isTyping });
    },
    find({ detail }: Finding) {
      void this.ask({ query: detail.query, facets: {}, field: 'any' });
    },
    takeMeant() {
      void this.ask({ query: this.store.search.list.first?.didYouMean ?? '' });
    },
    clearFacets() {
      const { query, facets } = this.store.search.request;
      void this.ask({ facets: query === '' ? { clc: facets.clc } : {}, field: 'any' });
    },
    openBrowse() {
      open(routes.browse());
    },
    tapChip({ currentTarget }: Tap<{ name: ChipName }>) {
      const { search, today } = this.store;
      const { name } = currentTarget.dataset;
      const { facets } = search.request;
      if (name === 'availableNow') {
        void this.ask({ facets: { ...facets, availableNow: facets.availableNow ? undefined : true } });
        return;
      }
      const choices = choicesOf(name, search.request, branchNamesOf(today), dayOf(this.store));
      const titles = { ...resultsWording.facets, sort: resultsWording.sort, field: resultsWording.field };
      this.setData({ sheet: { name, title: titles[name], choices }, isChoosing: true });
    },
    takeChoice({ detail }: ChoiceEvent) {
      this.closeSheet();
      const { request } = this.store.search;
      const day = dayOf(this.store);
      void this.ask(choiceMade(this.data.sheet.name, detail.value, request.facets, day));
    },
    closeSheet() {
      this.setData({ isChoosing: false });
    },
    async ask(changes: Partial<SearchRequest>) {
      const found = this.store.search.search(changes);
      setTitle(pageTitle(this.store.search));
      await found;
    },
  },
});
