import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { phoneDay } from '../../../../platform/clock';
import { endPull, open } from '../../../../platform/navigate';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { branchNamesOf } from '../../../../stores/branch-names';
import { libraryToday, openArrivals } from '../../../../stores/index';
import { arrivalsWording } from '../../../../wording/zh-CN/catalog/arrivals';
import { browseWording } from '../../../../wording/zh-CN/catalog/browse';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { makeChunks } from '../../result-chunks';

const pageSize = 10;

StorePage({
  store: () => ({ list: openArrivals(), today: libraryToday, chunks: makeChunks() }),
  fields: {
    status: ({ list }) => list.status,
    tail: ({ list }) => list.tail,
    thisWeek: ({ list }) => (list.first === null ? '' : arrivalsWording.thisWeek(list.first.thisWeek)),
    failure: ({ list }) => failureNote('catalog.newArrivals', list.failure),
    outOfDate: ({ list }) => outOfDateNote(list, phoneDay()),
  },
  rows: [
    {
      field: 'chunks',
      chunks: ({ list, today, chunks }) => chunks(list.pages, '', branchNamesOf(today)),
    },
  ],
  data: { wording: arrivalsWording, browse: browseWording.title, actions: failureActions, chunks: [] },
  methods: {
    onLoad() {
      void this.store.list.start({ pageSize });
      if (this.store.today.value === null) void this.store.today.load();
    },
    async onPullDownRefresh() {
      await this.store.list.refresh();
      endPull();
    },
    onReachBottom() {
      this.more();
    },
    onShareAppMessage() {
      return { title: arrivalsWording.shareTitle, path: routes.arrivals() };
    },
    retry() {
      void this.store.list.refresh();
    },
    more() {
      void this.store.list.more();
    },
    openBrowse() {
      open(routes.browse());
    },
  },
});
