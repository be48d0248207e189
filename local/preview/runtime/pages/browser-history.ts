import { dismissDialogs } from '../frame/overlay';
import type { PageStack } from './page-stack';
import { formatRoute, parseRoute, type Route } from './route';

interface Entry {
  page: number;
  index: number;
}

/**
 * Mirrors the page stack in the browser's history, so that its back and forward buttons work and an address can be
 * opened cold. Going back in the browser is asynchronous; changes wait for each other.
 */
export class BrowserHistory {
  private index = 0;
  private last: Promise<void> = Promise.resolve();

  private readonly stack: PageStack;
  private readonly refuse: (route: Route) => void;

  /** `refuse` is told of an address that names no page. */
  constructor(stack: PageStack, refuse: (route: Route) => void) {
    this.stack = stack;
    this.refuse = refuse;
    window.addEventListener('popstate', () => this.follow());
  }

  /** The page that the address names, if any. */
  static requested(): Route | undefined {
    const address = location.hash.slice(1);
    return address ? parseRoute(decodeAddress(address)) : undefined;
  }

  pushed(): void {
    this.inOrder(() => {
      this.index += 1;
      history.pushState(this.entry(), '', this.address());
    });
  }

  replaced(): void {
    this.inOrder(() => history.replaceState(this.entry(), '', this.address()));
  }

  wentBack(count: number): void {
    this.inOrder(
      () =>
        new Promise<void>((done) => {
          const target = Math.max(this.index - count, 0);
          const steps = target - this.index;
          this.index = target;
          if (steps === 0) return done();
          window.addEventListener('popstate', () => done(), { once: true });
          history.go(steps);
        }),
    );
  }

  /** The browser's own back or forward: to a page that is still open, or else to one that has to be opened again. */
  private follow(): void {
    const entry = history.state as Entry | null;
    const at = this.stack.pages.findIndex(({ id }) => id === entry?.page);
    const forward = (entry?.index ?? 0) > this.index;
    this.index = entry?.index ?? 0;
    const top = this.stack.pages.length - 1;
    if (at === top) return;
    dismissDialogs();
    if (at >= 0) {
      this.stack.back(top - at);
      return;
    }
    const route = BrowserHistory.requested();
    if (!route) return;
    if (!this.stack.exists(route.path)) this.refuse(route);
    else if (this.stack.isTab(route.path)) this.stack.switchTab(route);
    else if (forward) this.stack.push(route);
    else this.stack.relaunch(route);
    this.replaced();
  }

  private inOrder(change: () => void | Promise<void>): void {
    this.last = this.last.then(change);
  }

  private entry(): Entry {
    return { page: this.stack.top?.id ?? 0, index: this.index };
  }

  private address(): string {
    return `${location.pathname}${location.search}#${this.stack.top ? encoded(formatRoute(this.stack.top.route)) : '/'}`;
  }
}

/** Half a character, as a cut through an emoji leaves it, can't be encoded: it becomes the sign for what is missing. */
const encoded = (address: string): string => encodeURI(address.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Browsers encode what isn't ASCII in an address; the mini program gets back what it wrote. */
function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
