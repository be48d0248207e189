import type { Program, WindowConfig } from '../../program';
import type { ComponentSpace } from '../framework/component-space';
import type { PageHandle } from './page-handle';
import { watchScroll } from './page-scroll';
import { PullDown } from './pull-down';
import { formatRoute, type Route } from './route';

/** Handlers and fields that a page's own script may have. */
export type PageInstance = Record<string, unknown> & { route: string; options: Record<string, string> };

let lastId = 0;

/** The address for glass-easel, which decodes its values into properties: those that can't be are encoded once more. */
function decodable({ path, query }: Route): string {
  const values = Object.entries(query).map(([name, value]) => [name, asDecodable(value)]);
  return formatRoute({ path, query: Object.fromEntries(values) as Route['query'] }).slice(1);
}

function asDecodable(value: string): string {
  try {
    decodeURIComponent(value);
    return value;
  } catch {
    return encodeURIComponent(value);
  }
}

/** One page on the stack: the component that draws it and the element that it scrolls in. */
export class Page implements PageHandle {
  readonly id = ++lastId;
  readonly element = document.createElement('mp-page');
  readonly instance: PageInstance;
  /** The page's JSON over app.json's window; set by wx.setNavigationBarTitle and the like. */
  readonly window: WindowConfig;
  readonly pullDown: PullDown;
  private readonly root: ReturnType<ComponentSpace['backend']['createRoot']>;
  private isReady = false;
  private isShown = false;

  readonly route: Route;

  constructor(route: Route, space: ComponentSpace, program: Program) {
    this.route = route;
    this.window = { ...program.app.window, ...program.components[route.path]?.config };
    this.element.dataset['route'] = route.path;
    this.root = space.backend.createRoot('mp-page-content', space.code, decodable(route));
    this.instance = this.root.get() as unknown as PageInstance;
    this.pullDown = new PullDown(this);
    watchScroll(this);
    Object.assign(this.instance, { route: route.path, __route__: route.path, options: route.query });
  }

  /** Puts the page into `container`; `onLoad` comes after its components are attached, as in WeChat. */
  attachTo(container: HTMLElement): void {
    const placeholder = document.createElement('span');
    this.element.append(placeholder);
    container.append(this.element);
    type BackendNode = Parameters<typeof this.root.attach>[0];
    this.root.attach(this.element as unknown as BackendNode, placeholder as unknown as BackendNode);
    this.call('onLoad', { ...this.route.query });
  }

  show(): void {
    if (this.isShown) return;
    this.isShown = true;
    this.element.hidden = false;
    this.call('onShow');
    this.root.getComponent().triggerPageLifetime('show', []);
    if (this.isReady) return;
    this.isReady = true;
    // after the `ready` of its components, which waits for a microtask
    setTimeout(() => this.call('onReady'));
  }

  hide(): void {
    if (!this.isShown) return;
    this.isShown = false;
    this.element.hidden = true;
    this.call('onHide');
    this.root.getComponent().triggerPageLifetime('hide', []);
  }

  unload(): void {
    this.call('onUnload');
    this.root.release();
    this.element.remove();
  }

  resize(size: { windowWidth: number; windowHeight: number }): void {
    this.call('onResize', { size });
    this.root.getComponent().triggerPageLifetime('resize', [{ size }]);
  }

  has(handler: string): boolean {
    return typeof this.instance[handler] === 'function';
  }

  /** Calls the page's handler, if it has one; an error goes to the console and the page lives on, as in WeChat. */
  call(handler: string, argument?: unknown): unknown {
    const method = this.instance[handler];
    if (typeof method !== 'function') return undefined;
    try {
      return method.call(this.instance, argument) as unknown;
    } catch (error) {
      reportError(error);
      return undefined;
    }
  }
}
