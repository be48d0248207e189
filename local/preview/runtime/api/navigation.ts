import type { BrowserHistory } from '../pages/browser-history';
import type { PageStack } from '../pages/page-stack';
import { parseRoute, type Route } from '../pages/route';
import { defineApi } from './define-api';

interface Target {
  url: string;
}

/** wx.navigateTo and its kin, on the page stack and in the browser's history. */
export function navigationApi(stack: PageStack, history: BrowserHistory) {
  const route = (url = ''): Route => parseRoute(url, stack.top?.route.path);
  return {
    navigateTo: defineApi<Target>('navigateTo', ({ url }) => {
      stack.push(route(url));
      history.pushed();
    }),
    redirectTo: defineApi<Target>('redirectTo', ({ url }) => {
      stack.replace(route(url));
      history.replaced();
    }),
    navigateBack: defineApi<{ delta: number }>('navigateBack', ({ delta = 1 }) => {
      history.wentBack(stack.back(delta));
    }),
    switchTab: defineApi<Target>('switchTab', ({ url }) => {
      stack.switchTab(route(url));
      history.replaced();
    }),
    reLaunch: defineApi<Target>('reLaunch', ({ url }) => {
      stack.relaunch(route(url));
      history.replaced();
    }),
  };
}
