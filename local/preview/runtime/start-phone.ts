import type { Program } from '../program';
import { createWx } from './api/create-wx';
import { shownTheme } from './api/system';
import { followClock, readCloudClock } from './device/clock';
import { followCloud } from './device/cloud-events';
import { Device, settingsFromAddress } from './device/device';
import { listenToWorkbench } from './device/workbench-link';
import { watchOpenTypes } from './elements/button-open-types';
import { watchHover } from './elements/hover';
import { registerElements } from './elements/register';
import { AppInstance } from './framework/app-instance';
import { type ComponentSpace, defineProgram } from './framework/component-space';
import { markDataSizes } from './framework/data-sizes';
import { DomBackend } from './framework/dom-backend';
import { deliverEvents } from './framework/events';
import { useMouseAsFinger } from './framework/mouse-as-finger';
import { installWxsGlobals } from './framework/wxs-globals';
import { byId } from './frame/element';
import { Frame } from './frame/frame';
import { Toast } from './frame/toast';
import { frameButtons } from './frame-buttons';
import { openFirstPage, refusePage } from './first-page';
import { BrowserHistory } from './pages/browser-history';
import { PageStack } from './pages/page-stack';
import type { Phone } from './phone';

/** Shows the mini program in phone.html, on the page that the address names. */
export async function startPhone(program: Program): Promise<void> {
  const device = new Device(settingsFromAddress(location.search));
  followClock(device);
  await readCloudClock(device);
  const backend = prepareFramework();
  const app = new AppInstance();
  app.install();
  const phone = createPhone(program, device, backend, app);
  showSettings(phone);
  openFirstPage(phone, app);
  listenToWorkbench(phone);
  followCloud(device);
  document.documentElement.dataset['ready'] = 'true'; // for whoever drives the page
}

function prepareFramework(): DomBackend {
  installWxsGlobals();
  markDataSizes();
  const backend = new DomBackend(byId('pages'));
  useMouseAsFinger(document.body);
  deliverEvents(backend);
  watchHover(byId('pages'));
  return backend;
}

function createPhone(program: Program, device: Device, backend: DomBackend, app: AppInstance): Phone {
  // The stack needs the components, whose scripts need wx, which needs the stack.
  const space = {} as ComponentSpace;
  const stack = new PageStack(program, space, byId('pages'), () => phone.frame.update(stack));
  const history = new BrowserHistory(stack, (route) => refusePage(phone, app, route, false));
  const phone: Phone = {
    program,
    space,
    device,
    stack,
    history,
    toast: new Toast(),
    launch: BrowserHistory.requested() ?? { path: program.app.pages[0] ?? '', query: {} },
    frame: new Frame(
      program,
      device,
      frameButtons(() => phone),
    ),
  };
  Object.assign(globalThis, {
    wx: createWx(phone),
    getCurrentPages: () => stack.pages.map((page) => page.instance),
  });
  registerElements(program, ({ url, openType }) => openThrough(url, openType));
  watchOpenTypes(byId('pages'), phone);
  Object.assign(space, defineProgram(program, backend));
  window.addEventListener('error', ({ error, message }) => app.call('onError', String(error ?? message)));
  return phone;
}

type Navigate = (options: { url: string }) => unknown;

/** `<navigator open-type>` means the function of the same name. */
function openThrough(url: string, openType: string): void {
  const names = {
    redirect: 'redirectTo',
    switchTab: 'switchTab',
    reLaunch: 'reLaunch',
    navigateBack: 'navigateBack',
  };
  const name = names[openType as keyof typeof names] ?? 'navigateTo';
  (Reflect.get(globalThis, 'wx') as Record<string, Navigate>)[name]?.({ url });
}

function showSettings(phone: Phone): void {
  const { dataset, style } = document.documentElement;
  const apply = (): void => {
    dataset['theme'] = shownTheme(phone);
    style.setProperty('--system-font-size', `${phone.device.settings.fontSize}px`);
    phone.frame.update(phone.stack);
  };
  apply();
  phone.device.onChange(apply);
}
