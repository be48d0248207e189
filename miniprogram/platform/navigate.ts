import { navigationWording } from '../wording/zh-CN/navigation';
import { say } from './notify';
import { routes } from './routes';

/** WeChat refuses an eleventh page on the stack. */
const deepest = 10;

/** Goes somewhere; says so when WeChat does not get there, as where a package cannot be fetched. */
const go = async (start: () => Promise<unknown>): Promise<void> => {
  try {
    await start();
  } catch {
    say(navigationWording.notOpened);
  }
};

let isOpening = false;

/**
 * Opens a page on top of this one; when WeChat's stack is full, in place of it. While a page is still on its way
 * nothing else is opened: a second tap would put it there twice.
 */
export const open = (url: string): void => {
  if (isOpening) return;
  isOpening = true;
  const isFull = getCurrentPages().length >= deepest;
  void go(() => (isFull ? wx.redirectTo({ url }) : wx.navigateTo({ url }))).finally(() => {
    isOpening = false;
  });
};

/** Opens a page in place of this one. */
export const replace = (url: string): void => {
  void go(() => wx.redirectTo({ url }));
};

/** Goes to one of the tabs; the pages above it close. */
export const openTab = (url: string): void => {
  void go(() => wx.switchTab({ url }));
};

/** Back to the page below; from a page that came from a link, to `otherwise`, a tab. */
export const goBack = (otherwise: string): void => {
  if (getCurrentPages().length > 1) void go(() => wx.navigateBack());
  else openTab(otherwise);
};

/** To the tab that everything begins at. */
export const goHome = (): void => openTab(routes.home());

/** Leaves everything behind for one page. */
export const startOverAt = (url: string): void => {
  void go(() => wx.reLaunch({ url }));
};

/** Whether nothing lies below this page: it came from a link or a share, and going back would leave the app. */
export const isBottomPage = (): boolean => getCurrentPages().length <= 1;

/** WeChat asks before it calls; whoever declines hears no more of it. */
export const callPhone = (phoneNumber: string): void => {
  wx.makePhoneCall({ phoneNumber, fail: () => {} });
};

/** Names the page in WeChat's navigation bar. */
export const setTitle = (title: string): void => {
  wx.setNavigationBarTitle({ title, fail: () => {} });
};

/** Shows the page from its beginning. */
export const scrollToTop = (): void => {
  wx.pageScrollTo({ scrollTop: 0, duration: 0, fail: () => {} });
};

/** Ends the animation of a pull that asked for fresh content. */
export const endPull = (): void => {
  wx.stopPullDownRefresh({ fail: () => {} });
};
