import { brightenScreen, restoreScreen } from '../../../../platform/brightness';
import { open } from '../../../../platform/navigate';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { libraryToday, openDigitalCard, session } from '../../../../stores/index';
import { digitalCardWording } from '../../../../wording/zh-CN/membership/digital-card';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { sessionWording } from '../../../../wording/zh-CN/session';
import { cardFields } from './view';

StorePage({
  store: () => ({ session, shown: openDigitalCard(), today: libraryToday }),
  fields: cardFields,
  data: { wording: digitalCardWording, actions: failureActions, glyphs: sessionWording },
  methods: {
    onLoad() {
      if (this.store.session.known === null) void this.store.session.load();
      if (this.store.today.value === null) void this.store.today.load();
    },
    onShow() {
      void brightenScreen();
      void this.store.shown.open();
    },
    onHide() {
      this.rest();
    },
    onUnload() {
      this.rest();
    },
    rest() {
      restoreScreen();
      this.store.shown.close();
    },
    load() {
      void this.store.shown.load();
    },
    bind() {
      open(routes.bind());
    },
  },
});
