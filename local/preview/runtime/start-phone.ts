import type { Program } from '../program';
import { createWx } from './api/create-wx';
import { launchOptions, shownTheme } from './api/system';
import { sharePage } from './api/share';
import { followClock, readCloudClock } from './device/clock';
import { followCloud } from './device/cloud-events';
import { Device, settingsFromAddress } from './device/device';
import { listenToWorkbench } from './device/workbench-link';
import { watchOpenTypes } from './elements/button-open-types';
import { watchHover } from './elements/hover';
import { registerElements } from './elements/register';
import { AppInstance } from './framework/app-instance';
import { type ComponentSpace, defineProgram } from './framework/component-space';
import { DomBackend } from './framework/dom-backend';
import { deliverEvents } from './framework/events';
import { useMouseAsFinger } from './framework/mouse-as-finger';
import { installWxsGlobals } from './framework/wxs-globals';
import { askFromSheet } from './frame/dialogs';
import { byId } from './frame/element';
import { Frame } from './frame/frame';
import { Toast } from './frame/toast';
import { BrowserHistory } from './pages/browser-history';
import { PageStack } from './pages/page-stack';
import type { Phone } from './phone';
import { words } from './wording';

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
  const history = new BrowserHistory(stack);
  const home = { path: program.app.pages[0] ?? '', query: {} };
  const phone: Phone = {
    program,
    space,
    device,
    stack,
    history,
    toast: new Toast(),
    launch: BrowserHistory.requested() ?? home,
    frame: new Frame(program, device, {
      back: () => history.wentBack(stack.back(1)),
      home: () => {
        if (stack.isTab(home.path)) stack.switchTab(home);
        else stack.relaunch(home);
        history.replaced();
      },
      menu: () => void openMenu(phone),
      openTab: (path) => {
        stack.switchTab({ path, query: {} });
        history.replaced();
        const index = program.app.tabBar?.list.findIndex(({ pagePath }) => pagePath === path) ?? 0;
        stack.top?.call('onTabItemTap', {
          index,
          pagePath: path,
          text: program.app.tabBar?.list[index]?.text,
        });
      },
    }),
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

async function openMenu(phone: Phone): Promise<void> {
  const tapped = await askFromSheet([words.share, words.reopen]);
  if (tapped === 0) await sharePage(phone, 'menu');
  if (tapped === 1) location.reload();
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

function openFirstPage(phone: Phone, app: AppInstance): void {
  const options = launchOptions(phone);
  app.call('onLaunch', options);
  app.call('onShow', options);
  document.addEventListener('visibilitychange', () =>
    app.call(document.hidden ? 'onHide' : 'onShow', options),
  );
  const { launch, stack, history } = phone;
  if (!stack.exists(launch.path)) {
    app.call('onPageNotFound', { path: launch.path, query: launch.query, isEntryPage: true });
    if (!stack.top) stack.relaunch({ path: phone.program.app.pages[0] ?? '', query: {} });
    phone.toast.show({ title: words.pageNotFound(launch.path), icon: 'none', duration: 3000 });
  } else if (stack.isTab(launch.path)) stack.switchTab(launch);
  else stack.relaunch(launch);
  history.replaced();
}
