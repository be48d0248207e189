import type { PhoneMessage, WorkbenchMessage } from '../runtime/device/workbench-link';
import { byId, element } from '../runtime/frame/element';
import { panel, segments } from './controls';
import { keepPreferences, type Preferences } from './preferences';
import { words } from './wording';

/** Heights of real phones of these widths, in px. */
const heights: Record<string, number> = { '320': 568, '375': 812, '430': 932 };

/** The phone in its frame, and what can be changed about it. */
export class PhoneFrame {
  private readonly frame = byId('phone') as HTMLIFrameElement;
  private readonly preferences: Preferences;

  constructor(preferences: Preferences, onError: (message: string) => void) {
    this.preferences = preferences;
    window.addEventListener('message', ({ data, source }: MessageEvent<Partial<PhoneMessage>>) => {
      if (source !== this.frame.contentWindow || data.from !== 'phone') return;
      if (data.error) onError(data.error);
    });
    this.resize();
    this.load(location.hash);
  }

  /** Another person, or another font size, means a fresh start on the same page. */
  restart(changes: Partial<Preferences>): void {
    this.keep(changes);
    this.load(this.frame.contentWindow?.location.hash ?? '');
  }

  settings(): HTMLElement {
    const { width, theme, font, online } = this.preferences;
    const link = element('a', { className: 'open-alone', textContent: words.open, target: '_blank' });
    link.addEventListener('click', () => {
      link.href = this.address(this.frame.contentWindow?.location.hash ?? '');
    });
    return panel(
      words.look.title,
      segments(words.look.width, { 320: '320', 375: '375', 430: '430' }, width, (value) => {
        this.keep({ width: value });
        this.resize();
      }),
      segments(words.look.theme, words.themes, theme, (value) => {
        this.keep({ theme: value as Preferences['theme'] });
        this.send({ theme: this.preferences.theme });
      }),
      segments(words.look.font, words.fonts, font, (value) => this.restart({ font: value })),
      segments(words.look.network, words.networks, online ? 'on' : 'off', (value) => {
        this.keep({ online: value === 'on' });
        this.send({ online: this.preferences.online });
      }),
      link,
    );
  }

  private keep(changes: Partial<Preferences>): void {
    keepPreferences(Object.assign(this.preferences, changes));
  }

  private resize(): void {
    this.frame.width = this.preferences.width;
    this.frame.height = String(heights[this.preferences.width] ?? 812);
  }

  private send(settings: NonNullable<WorkbenchMessage['settings']>): void {
    const message: WorkbenchMessage = { from: 'workbench', settings };
    this.frame.contentWindow?.postMessage(message, location.origin);
  }

  private load(hash: string): void {
    // A change of the hash alone would not load the page again.
    this.frame.contentWindow?.location.replace('about:blank');
    this.frame.src = this.address(hash);
  }

  private address(hash: string): string {
    const { openid, theme, font, online } = this.preferences;
    const options = new URLSearchParams({ openid, theme, font, network: online ? 'wifi' : 'none' });
    return `phone.html?${options.toString()}${hash}`;
  }
}
