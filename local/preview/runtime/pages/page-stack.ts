import type { Program } from '../../program';
import type { ComponentSpace } from '../framework/component-space';
import { Page } from './page';
import type { Route } from './route';

/** WeChat's limit of pages on the stack. */
export const maxDepth = 10;

/** A refused navigation; the message is what follows `navigateTo:fail `. */
export class NavigationError extends Error {}

/** The pages that are open, the top one visible; tab pages stay alive while they are away from the stack. */
export class PageStack {
  readonly pages: Page[] = [];
  private readonly tabs = new Map<string, Page>();
  private readonly tabPaths: Set<string>;

  private readonly program: Program;
  private readonly space: ComponentSpace;
  private readonly container: HTMLElement;
  private readonly onChange: () => void;

  constructor(program: Program, space: ComponentSpace, container: HTMLElement, onChange: () => void) {
    this.program = program;
    this.space = space;
    this.container = container;
    this.onChange = onChange;
    this.tabPaths = new Set(program.app.tabBar?.list.map((tab) => tab.pagePath));
  }

  get top(): Page | undefined {
    return this.pages.at(-1);
  }

  isTab(path: string): boolean {
    return this.tabPaths.has(path);
  }

  push(route: Route): void {
    this.mustExist(route);
    if (this.isTab(route.path)) throw new NavigationError('can not navigateTo a tabbar page');
    if (this.pages.length >= maxDepth) throw new NavigationError('webview count limit exceed');
    this.top?.hide();
    this.open(route);
  }

  replace(route: Route): void {
    this.mustExist(route);
    if (this.isTab(route.path)) throw new NavigationError('can not redirectTo a tabbar page');
    this.removeTop();
    this.open(route);
  }

  /** @returns how many pages were closed. */
  back(delta: number): number {
    if (this.pages.length < 2) throw new NavigationError('cannot navigate back at first page.');
    const count = Math.min(Math.max(delta, 1), this.pages.length - 1);
    for (let closed = 0; closed < count; closed++) this.removeTop();
    this.top?.show();
    this.onChange();
    return count;
  }

  switchTab(route: Route): void {
    this.mustExist(route);
    if (!this.isTab(route.path)) throw new NavigationError('can not switch to no-tabBar page');
    while (this.top && this.top.route.path !== route.path) this.removeTop();
    if (this.top) {
      this.onChange();
      return;
    }
    const kept = this.tabs.get(route.path);
    if (!kept) return this.open({ ...route, query: {} });
    this.pages.push(kept);
    kept.show();
    this.onChange();
  }

  /** Closes everything, tab pages too. */
  relaunch(route: Route): void {
    this.mustExist(route);
    while (this.top) this.removeTop(true);
    for (const page of this.tabs.values()) page.unload();
    this.tabs.clear();
    this.open(route);
  }

  exists(path: string): boolean {
    return this.program.components[path]?.isPage === true;
  }

  private mustExist({ path }: Route): void {
    if (!this.exists(path)) throw new NavigationError(`page "${path}" is not found`);
  }

  private open(route: Route): void {
    const page = new Page(route, this.space, this.program);
    this.pages.push(page);
    if (this.isTab(route.path)) this.tabs.set(route.path, page);
    this.onChange();
    page.attachTo(this.container);
    // onLoad may have navigated on
    if (this.top === page) page.show();
    this.onChange();
  }

  private removeTop(forGood = false): void {
    const page = this.pages.pop();
    if (!page) return;
    if (this.tabs.get(page.route.path) === page && !forGood) {
      page.hide();
      return;
    }
    this.tabs.delete(page.route.path);
    page.unload();
  }
}
