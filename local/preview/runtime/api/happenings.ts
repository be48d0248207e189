import { byId } from '../frame/element';
import type { Phone } from '../phone';
import { defineApi } from './define-api';
import { Listeners } from './listeners';
import { shownTheme } from './system';

/** What happens to the phone while the mini program runs: theme, network, size, errors, being put away. */
export function happeningsApi(phone: Phone) {
  const theme = new Listeners();
  const network = new Listeners();
  const resize = new Listeners();
  const errors = new Listeners();
  const rejections = new Listeners();
  const appShow = new Listeners();
  const appHide = new Listeners();
  const never = new Listeners();

  phone.device.onChange((device, changed) => {
    if (changed.has('theme')) theme.emit({ theme: shownTheme(phone) });
    if (changed.has('online')) {
      network.emit({ isConnected: device.settings.online, networkType: networkType(phone) });
    }
  });
  new ResizeObserver(() => {
    const { clientWidth: windowWidth, clientHeight: windowHeight } = byId('pages');
    resize.emit({ size: { windowWidth, windowHeight } });
    for (const page of phone.stack.pages) page.resize({ windowWidth, windowHeight });
  }).observe(byId('phone'));
  window.addEventListener('error', ({ error, message }) => {
    errors.emit(error instanceof Error ? (error.stack ?? message) : message);
  });
  window.addEventListener('unhandledrejection', ({ reason, promise }) =>
    rejections.emit({ reason: reason as unknown, promise }),
  );
  document.addEventListener('visibilitychange', () => (document.hidden ? appHide : appShow).emit({}));

  return {
    getNetworkType: defineApi('getNetworkType', () => ({ networkType: networkType(phone) })),
    onNetworkStatusChange: network.on,
    offNetworkStatusChange: network.off,
    onThemeChange: theme.on,
    offThemeChange: theme.off,
    onWindowResize: resize.on,
    offWindowResize: resize.off,
    onError: errors.on,
    offError: errors.off,
    onUnhandledRejection: rejections.on,
    offUnhandledRejection: rejections.off,
    onAppShow: appShow.on,
    offAppShow: appShow.off,
    onAppHide: appHide.on,
    offAppHide: appHide.off,
    onMemoryWarning: never.on,
    offMemoryWarning: never.off,
    onPageNotFound: never.on,
    offPageNotFound: never.off,
  };
}

function networkType({ device }: Phone): string {
  return device.settings.online ? '5g' : 'none';
}
