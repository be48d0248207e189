import { launchOptions } from './api/system';
import type { AppInstance } from './framework/app-instance';
import type { Route } from './pages/route';
import type { Phone } from './phone';
import { words } from './wording';

/** Launches the app and opens the page that the address names; an unknown one is told to the app, and to the person. */
export function openFirstPage(phone: Phone, app: AppInstance): void {
  const options = launchOptions(phone);
  app.call('onLaunch', options);
  app.call('onShow', options);
  document.addEventListener('visibilitychange', () =>
    app.call(document.hidden ? 'onHide' : 'onShow', options),
  );
  const { launch, stack, history } = phone;
  if (!stack.exists(launch.path)) refusePage(phone, app, launch, true);
  else if (stack.isTab(launch.path)) stack.switchTab(launch);
  else stack.relaunch(launch);
  history.replaced();
}

/**
 * Tells the app that an address names no page. It may open a page of its own in `onPageNotFound`; where it doesn't,
 * the first page is shown, and a toast says what happened.
 */
export function refusePage(
  phone: Phone,
  app: AppInstance,
  { path, query }: Route,
  isEntryPage: boolean,
): void {
  const { program, stack, toast } = phone;
  const before = stack.top;
  app.call('onPageNotFound', { path, query, isEntryPage });
  if (stack.top !== before) return;
  stack.relaunch({ path: program.app.pages[0] ?? '', query: {} });
  toast.show({ title: words.pageNotFound(path), icon: 'none', duration: 3000 });
}
