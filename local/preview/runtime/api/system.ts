import type { Theme } from '../device/device';
import { byId } from '../frame/element';
import type { Phone } from '../phone';
import { defineApi } from './define-api';

/** The standard of WeChat's 字体大小, in px; fontSizeScaleFactor is relative to it. */
const standardFontSize = 17;

/** What the phone is: sizes of the frame (never of the browser's window), theme, font size, system. */
export function systemApi(phone: Phone) {
  const { device } = phone;
  const getAppBaseInfo = () => ({
    SDKVersion: '3.8.0',
    version: '8.0.50',
    language: 'zh_CN',
    enableDebug: false,
    host: { env: 'WeChat' },
    theme: shownTheme(phone),
    fontSizeSetting: device.settings.fontSize,
    fontSizeScaleFactor: device.settings.fontSize / standardFontSize,
  });
  const getSystemInfoSync = () => ({ ...getDeviceInfo(), ...getWindowInfo(), ...getAppBaseInfo() });
  return {
    getWindowInfo,
    getAppBaseInfo,
    getDeviceInfo,
    getSystemInfoSync,
    getSystemInfo: defineApi('getSystemInfo', getSystemInfoSync),
    getSystemInfoAsync: defineApi('getSystemInfoAsync', getSystemInfoSync),
    getMenuButtonBoundingClientRect: () => {
      const screen = byId('phone').getBoundingClientRect();
      const { left, top, right, bottom, width, height } = byId('capsule').getBoundingClientRect();
      return { left: left - screen.left, right: right - screen.left, top, bottom, width, height };
    },
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getLaunchOptionsSync: () => launchOptions(phone),
    getEnterOptionsSync: () => launchOptions(phone),
  };
}

function getWindowInfo() {
  const screen = byId('phone').getBoundingClientRect();
  const { clientHeight, clientWidth } = byId('pages');
  const top = safeInset('top');
  const bottom = screen.height - safeInset('bottom');
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: clientWidth,
    windowHeight: clientHeight,
    statusBarHeight: top,
    screenTop: screen.height - clientHeight,
    safeArea: { left: 0, right: screen.width, top, bottom, width: screen.width, height: bottom - top },
  };
}

const getDeviceInfo = () => ({
  brand: 'devtools',
  model: 'preview',
  platform: 'devtools',
  system: 'iOS 17.0',
  benchmarkLevel: -1,
});

/** An app without `darkmode` in its app.json is shown light, whatever the phone's theme. */
export function shownTheme({ program, device }: Pick<Phone, 'program' | 'device'>): Theme {
  return program.app.darkmode ? device.theme : 'light';
}

/** 1001: from the list of recently used mini programs. */
export function launchOptions({ launch }: Phone): object {
  return { path: launch.path, query: launch.query, scene: 1001, referrerInfo: {}, shareTicket: '' };
}

function safeInset(side: 'top' | 'bottom'): number {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--safe-area-inset-${side}`);
  return Number.parseFloat(value);
}
