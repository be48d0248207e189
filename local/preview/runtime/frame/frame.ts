import type { Program, TabBarConfig, WindowConfig } from '../../program';
import type { Device } from '../device/device';
import type { Page } from '../pages/page';
import type { PageStack } from '../pages/page-stack';
import { byId } from './element';
import type { FrameActions } from './frame-actions';
import { NavigationBar } from './navigation-bar';
import { StatusBar } from './status-bar';
import { TabBar } from './tab-bar';

/** Everything that WeChat draws around a page, brought up to date with the page on top. */
export class Frame {
  readonly tabBar: TabBar;
  private readonly statusBar: StatusBar;
  private readonly navigationBar: NavigationBar;

  private readonly program: Program;
  private readonly device: Device;

  constructor(program: Program, device: Device, actions: FrameActions) {
    this.program = program;
    this.device = device;
    this.statusBar = new StatusBar(device);
    this.navigationBar = new NavigationBar(actions);
    this.tabBar = new TabBar(program.app.tabBar, actions.openTab);
    byId('menu').addEventListener('click', actions.menu);
    byId('close').addEventListener('click', actions.home);
  }

  update(stack: PageStack): void {
    this.statusBar.update();
    const page = stack.top;
    if (!page) return;
    const window = this.themed(page.window);
    const isTab = stack.isTab(page.route.path);
    const isEntry = page.route.path === this.program.app.pages[0];
    this.navigationBar.update(window, {
      back: stack.pages.length > 1,
      home: stack.pages.length === 1 && !isTab && !isEntry,
    });
    this.tabBar.update(isTab ? page.route.path : undefined, this.themed(this.program.app.tabBar));
    this.colour(page, window);
    page.element.style.setProperty('--vh', `${byId('pages').clientHeight / 100}px`);
  }

  private colour(page: Page, window: WindowConfig): void {
    byId('phone').style.background = window.backgroundColor ?? '#ffffff';
    byId('home-indicator').style.color = this.device.theme === 'dark' ? '#fff' : '#000';
    page.element.toggleAttribute('data-locked', 'disableScroll' in page.window);
  }

  /** Replaces `@name` by the value that theme.json gives it in the phone's theme. */
  private themed<T extends WindowConfig | TabBarConfig | undefined>(config: T): T {
    const values = this.program.theme[this.device.theme];
    const replace = (_key: string, value: unknown): unknown =>
      typeof value === 'string' && value.startsWith('@') ? (values[value.slice(1)] ?? value) : value;
    return config && (JSON.parse(JSON.stringify(config), replace) as T);
  }
}
