import type { TabBarConfig } from '../../program';
import { byId, element } from './element';

/** The tab bar of app.json, with badges and red dots. */
export class TabBar {
  private readonly badges = new Map<number, string>();
  private isHidden = false;
  private current: { path: string | undefined; config: TabBarConfig | undefined } | undefined;

  private readonly config: TabBarConfig | undefined;
  private readonly open: (path: string) => void;

  constructor(config: TabBarConfig | undefined, open: (path: string) => void) {
    this.config = config;
    this.open = open;
  }

  /** `path` is the tab page on top; none where another page is. */
  update(path: string | undefined, config: TabBarConfig | undefined): void {
    this.current = { path, config };
    const bar = byId('tab-bar');
    bar.hidden = !path || this.isHidden;
    if (!config) return;
    bar.style.setProperty('--tab-background', config.backgroundColor ?? '#fff');
    bar.style.setProperty('--tab-line', config.borderStyle === 'white' ? '#fff3' : '#0001');
    bar.replaceChildren(...config.list.map((tab, index) => this.button(config, tab, index, path)));
  }

  /** An empty text is a red dot; none removes the badge. */
  setBadge(index: number, text: string | undefined): void {
    if (!this.config?.list[index]) throw new Error(`tabbar item ${index} is not found`);
    if (text === undefined) this.badges.delete(index);
    else this.badges.set(index, text);
    this.redraw();
  }

  setHidden(hidden: boolean): void {
    this.isHidden = hidden;
    this.redraw();
  }

  private redraw(): void {
    if (this.current) this.update(this.current.path, this.current.config);
  }

  private button(
    config: TabBarConfig,
    tab: TabBarConfig['list'][number],
    index: number,
    path: string | undefined,
  ): HTMLElement {
    const selected = tab.pagePath === path;
    const button = element('button', { type: 'button' });
    const icon = (selected ? tab.selectedIconPath : undefined) ?? tab.iconPath;
    if (icon) button.append(element('img', { src: icon, alt: '' }));
    button.append(element('span', {}, tab.text));
    const badge = this.badges.get(index);
    if (badge !== undefined) button.append(element('span', { className: 'badge' }, badge));
    button.style.color = (selected ? config.selectedColor : config.color) ?? '';
    button.ariaCurrent = selected ? 'page' : null;
    button.addEventListener('click', () => this.open(tab.pagePath));
    return button;
  }
}
