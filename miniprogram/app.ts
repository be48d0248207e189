import { isBaseLibraryTooOld } from './platform/base-library';
import { connectCloud } from './platform/cloud';
import { startOverAt } from './platform/navigate';
import { routes } from './platform/routes';

App({
  onLaunch() {
    if (isBaseLibraryTooOld()) {
      startOverAt(routes.cannotStart('old-wechat'));
      return;
    }
    connectCloud(() => startOverAt(routes.cannotStart('not-set-up')));
  },
  /** An old link, or one that was cut short on its way. */
  onPageNotFound() {
    startOverAt(routes.notFound());
  },
});
