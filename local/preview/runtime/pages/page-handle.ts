import type { WindowConfig } from '../../program';

/** What the page's own mechanisms (scrolling, pulling down) need of it. */
export interface PageHandle {
  readonly element: HTMLElement;
  readonly window: WindowConfig;
  has(handler: string): boolean;
  call(handler: string, argument?: unknown): unknown;
}
