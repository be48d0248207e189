import { reaction } from 'mobx-miniprogram';
import { showUnread } from './platform/badge';
import { isBaseLibraryTooOld } from './platform/base-library';
import { connectCloud } from './platform/cloud';
import { open, startOverAt } from './platform/navigate';
import { askFirst } from './platform/notify';
import { routes } from './platform/routes';
import { messages, session } from './stores/index';
import { sessionWording } from './wording/zh-CN/session';

/** Tells once, on whatever page, that the card was bound to another WeChat, and leads to binding it again. */
async function tellOfReplacement(): Promise<void> {
  session.heardNews();
  const { replacedNews, bindAgain, later } = sessionWording;
  if (await askFirst(replacedNews, bindAgain, later)) open(routes.bind());
}

App({
  onLaunch() {
    if (isBaseLibraryTooOld()) {
      startOverAt(routes.cannotStart('old-wechat'));
      return;
    }
    connectCloud(() => startOverAt(routes.cannotStart('not-set-up')));
    reaction(
      () => session.hasNews,
      (hasNews) => void (hasNews && tellOfReplacement()),
    );
    reaction(() => messages.unread, showUnread);
  },
  /** What the library has told meanwhile is there at the next opening. */
  onShow() {
    if (!isBaseLibraryTooOld()) void messages.refresh();
  },
  /** An old link, or one that was cut short on its way. */
  onPageNotFound() {
    startOverAt(routes.notFound());
  },
});
