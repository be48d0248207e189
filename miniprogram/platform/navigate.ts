import { routes } from './routes';

/** WeChat refuses an eleventh page on the stack. */
const deepest = 10;

/** Opens a page on top of this one; when WeChat's stack is full, in place of it. */
export const open = (url: string): void => {
  if (getCurrentPages().length < deepest) void wx.navigateTo({ url });
  else void wx.redirectTo({ url });
};

/** Opens a page in place of this one. */
export const replace = (url: string): void => {
  void wx.redirectTo({ url });
};

export const openTab = (url: string): void => {
  void wx.switchTab({ url });
};

export const goHome = (): void => openTab(routes.home());

/** Leaves everything behind for one page. */
export const startOverAt = (url: string): void => {
  void wx.reLaunch({ url });
};

/** Whether nothing lies below this page: it came from a link or a share, and going back would leave the app. */
export const isBottomPage = (): boolean => getCurrentPages().length <= 1;

export const callPhone = (phoneNumber: string): void => {
  wx.makePhoneCall({ phoneNumber, fail: () => {} });
};

/** Names the page in WeChat's navigation bar. */
export const setTitle = (title: string): void => {
  void wx.setNavigationBarTitle({ title });
};

/** Ends the animation of a pull that asked for fresh content. */
export const endPull = (): void => {
  void wx.stopPullDownRefresh();
};
