import { element } from '../frame/element';
import type { PageHandle } from './page-handle';

const heldAtPx = 50;
/** The page follows the finger at less than its speed. */
const resistance = 0.5;

/** Pull-down refresh: drag the page at its top, or wx.startPullDownRefresh; it stays open until it is stopped. */
export class PullDown {
  private readonly dots = element(
    'div',
    { className: 'pull-down', hidden: true },
    ...[0, 1, 2].map(() => element('i')),
  );
  private startY: number | undefined;
  private pulled = 0;
  private isRefreshing = false;

  private readonly page: PageHandle;

  constructor(page: PageHandle) {
    this.page = page;
    if (!page.window.enablePullDownRefresh) return;
    page.element.addEventListener('touchstart', (event) => this.begin(event), { passive: true });
    page.element.addEventListener('touchmove', (event) => this.follow(event), { passive: false });
    page.element.addEventListener('touchend', () => this.release());
    page.element.addEventListener('touchcancel', () => this.stop());
  }

  start(): void {
    this.isRefreshing = true;
    this.moveTo(heldAtPx);
    this.page.call('onPullDownRefresh');
  }

  stop(): void {
    this.isRefreshing = false;
    this.startY = undefined;
    this.moveTo(0);
  }

  private begin({ touches }: TouchEvent): void {
    if (this.isRefreshing || this.page.element.scrollTop > 0) return;
    this.startY = touches[0]?.clientY;
  }

  private follow(event: TouchEvent): void {
    if (this.startY === undefined) return;
    const distance = (event.touches[0]?.clientY ?? 0) - this.startY;
    if (distance <= 0 && this.pulled === 0) return;
    event.preventDefault();
    this.moveTo(Math.max(distance * resistance, 0));
  }

  private release(): void {
    if (this.startY === undefined) return;
    this.startY = undefined;
    if (this.pulled >= heldAtPx) this.start();
    else this.moveTo(0);
  }

  /** Moves by `top`, not by a transform, which would catch the page's fixed elements. */
  private moveTo(pulled: number): void {
    this.pulled = pulled;
    const { element: page, window } = this.page;
    page.style.top = pulled > 0 ? `${pulled}px` : '';
    this.dots.dataset['ink'] = window.backgroundTextStyle ?? 'dark';
    this.dots.hidden = pulled === 0;
    if (pulled > 0 && !this.dots.isConnected) page.before(this.dots);
  }
}
