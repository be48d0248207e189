import { element } from './element';
import { type Overlay, showOverlay } from './overlay';

export interface ToastOptions {
  title: string;
  icon: 'success' | 'error' | 'loading' | 'none';
  duration: number;
  mask: boolean;
}

const signs = { success: '✓', error: '!', none: '' };

/** One toast or loading at a time, as in WeChat. */
export class Toast {
  private shown: Overlay | undefined;
  private timer = 0;

  /** Without a duration it stays until it is hidden. */
  show({ title = '', icon = 'success', duration, mask }: Partial<ToastOptions>): void {
    this.hide();
    const box = element('div', { className: icon === 'none' ? 'toast' : 'toast with-icon', role: 'status' });
    if (icon === 'loading') box.append(element('span', { className: 'spinner' }));
    else if (icon !== 'none') box.append(element('span', { className: 'icon' }, signs[icon] ?? ''));
    box.append(element('span', {}, title));
    this.shown = showOverlay(box, mask ? 'clear' : 'clear through');
    if (duration !== undefined) this.timer = window.setTimeout(() => this.hide(), duration);
  }

  hide(): void {
    window.clearTimeout(this.timer);
    this.shown?.close();
    this.shown = undefined;
  }
}
