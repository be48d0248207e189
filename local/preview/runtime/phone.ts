import type { Program } from '../program';
import type { ComponentSpace } from './framework/component-space';
import type { Device } from './device/device';
import type { Frame } from './frame/frame';
import type { Toast } from './frame/toast';
import type { BrowserHistory } from './pages/browser-history';
import type { Page } from './pages/page';
import type { PageStack } from './pages/page-stack';
import type { Route } from './pages/route';

/** Everything that the `wx` functions act on. */
export interface Phone {
  program: Program;
  space: ComponentSpace;
  device: Device;
  stack: PageStack;
  history: BrowserHistory;
  frame: Frame;
  toast: Toast;
  /** The page that the mini program was opened with. */
  launch: Route;
}

/** The page on top. @throws Error while there is none (an app may call wx functions before its first page). */
export function topPage({ stack }: Phone): Page {
  if (!stack.top) throw new Error('no page is open');
  return stack.top;
}
