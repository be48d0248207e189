import type { WindowConfig } from '../../program';
import { byId } from '../frame/element';
import { scrollPageTo, type ScrollTarget } from '../pages/page-scroll';
import { type Phone, topPage } from '../phone';
import { defineApi } from './define-api';

interface TabItem {
  index: number;
  text: string;
}

/** What a page changes about the frame around it: title, colours, tab bar, scrolling, pull-down refresh. */
export function pageLookApi(phone: Phone) {
  const change = (window: Partial<WindowConfig>): void => {
    Object.assign(topPage(phone).window, window);
    phone.frame.update(phone.stack);
  };
  const { tabBar } = phone.frame;
  return {
    setNavigationBarTitle: defineApi<{ title: string }>('setNavigationBarTitle', ({ title = '' }) =>
      change({ navigationBarTitleText: title }),
    ),
    setNavigationBarColor: defineApi<{ frontColor: string; backgroundColor: string }>(
      'setNavigationBarColor',
      ({ frontColor = '', backgroundColor = '' }) =>
        change({
          navigationBarTextStyle: frontColor.toLowerCase() === '#000000' ? 'black' : 'white',
          navigationBarBackgroundColor: backgroundColor,
        }),
    ),
    setBackgroundColor: defineApi<{ backgroundColor: string }>('setBackgroundColor', (options) =>
      change(options.backgroundColor ? { backgroundColor: options.backgroundColor } : {}),
    ),
    setBackgroundTextStyle: defineApi<{ textStyle: string }>('setBackgroundTextStyle', ({ textStyle }) =>
      change({ backgroundTextStyle: textStyle ?? 'dark' }),
    ),
    showNavigationBarLoading: defineApi('showNavigationBarLoading', () => {
      byId('navigation-loading').hidden = false;
    }),
    hideNavigationBarLoading: defineApi('hideNavigationBarLoading', () => {
      byId('navigation-loading').hidden = true;
    }),
    hideHomeButton: defineApi('hideHomeButton', () => {
      byId('home').hidden = true;
    }),
    setTabBarBadge: defineApi<TabItem>('setTabBarBadge', ({ index = -1, text = '' }) =>
      tabBar.setBadge(index, text),
    ),
    removeTabBarBadge: defineApi<TabItem>('removeTabBarBadge', ({ index = -1 }) =>
      tabBar.setBadge(index, undefined),
    ),
    showTabBarRedDot: defineApi<TabItem>('showTabBarRedDot', ({ index = -1 }) => tabBar.setBadge(index, '')),
    hideTabBarRedDot: defineApi<TabItem>('hideTabBarRedDot', ({ index = -1 }) =>
      tabBar.setBadge(index, undefined),
    ),
    showTabBar: defineApi('showTabBar', () => tabBar.setHidden(false)),
    hideTabBar: defineApi('hideTabBar', () => tabBar.setHidden(true)),
    pageScrollTo: defineApi<ScrollTarget>('pageScrollTo', (target) => scrollPageTo(topPage(phone), target)),
    startPullDownRefresh: defineApi('startPullDownRefresh', () => topPage(phone).pullDown.start()),
    stopPullDownRefresh: defineApi('stopPullDownRefresh', () => topPage(phone).pullDown.stop()),
  };
}
