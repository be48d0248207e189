/** Where 我的 stands in the tab bar; see app.json. */
const ownTab = 3;
const most = 99;

/**
 * Writes the number of unread messages on the patron's own tab, or takes it away. WeChat does so only while a tab page
 * is on top: those pages say it again when they come up.
 */
export const showUnread = (count: number): void => {
  if (count === 0) wx.removeTabBarBadge({ index: ownTab, fail: () => {} });
  else wx.setTabBarBadge({ index: ownTab, text: count > most ? `${most}+` : String(count), fail: () => {} });
};
