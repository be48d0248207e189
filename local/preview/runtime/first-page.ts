import { launchOptions } from './api/system';
import type { AppInstance } from './framework/app-instance';
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
  if (!stack.exists(launch.path)) refuse(phone, app);
  else if (stack.isTab(launch.path)) stack.switchTab(launch);
  else stack.relaunch(launch);
  history.replaced();
}

/** The app may open a page of its own in `onPageNotFound`; otherwise its first one is shown. */
function refuse({ program, launch, stack, toast }: Phone, app: AppInstance): void {
  app.call('onPageNotFound', { ...launch, isEntryPage: true });
  if (!stack.top) stack.relaunch({ path: program.app.pages[0] ?? '', query: {} });
  toast.show({ title: words.pageNotFound(launch.path), icon: 'none', duration: 3000 });
}
