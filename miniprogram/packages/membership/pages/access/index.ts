import { accessRow } from '../../../../format/access-lines';
import { failureNote } from '../../../../format/block-notes';
import { inPieces } from '../../../../format/pieces';
import { libraryDayOf } from '../../../../platform/clock';
import { endPull } from '../../../../platform/navigate';
import { StorePage } from '../../../../platform/store-page';
import { openAccessLog } from '../../../../stores/index';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { accessWording } from '../../../../wording/zh-CN/membership/privacy-page';

const linesOf = ({ list }: ReturnType<typeof openAccessLog>) => list.flatMap(({ lines }) => lines);

StorePage({
  store: openAccessLog,
  fields: {
    status: (log) => log.status,
    failure: (log) => failureNote('membership.accessLog', log.failure),
    hasMore: (log) => log.hasMore,
    isEmpty: (log) => linesOf(log).length === 0,
  },
  rows: [
    {
      field: 'pieces',
      chunks: (log) => inPieces(linesOf(log).map((line, place) => accessRow(line, place, libraryDayOf(log)))),
    },
  ],
  data: { wording: accessWording, actions: failureActions, pieces: [] },
  methods: {
    onLoad() {
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
      void this.store.start({});
    },
    more() {
      void this.store.more();
    },
  },
});
