import type { WindowConfig } from '../../program';
import { byId } from './element';
import type { FrameActions } from './frame-actions';

/** The bar with the page's title; a page on nothing but itself gets a way home, as in WeChat. */
export class NavigationBar {
  constructor(actions: FrameActions) {
    byId('back').addEventListener('click', actions.back);
    byId('home').addEventListener('click', actions.home);
  }

  update(window: WindowConfig, buttons: { back: boolean; home: boolean }): void {
    const header = byId('header');
    const background = window.navigationBarBackgroundColor ?? '#000000';
    header.dataset['style'] = window.navigationStyle ?? 'default';
    header.style.setProperty('--navigation-background', background);
    header.style.setProperty('--navigation-ink', window.navigationBarTextStyle === 'black' ? '#000' : '#fff');
    byId('title').textContent = document.title = window.navigationBarTitleText ?? '';
    byId('back').hidden = !buttons.back;
    byId('home').hidden = !buttons.home;
  }
}
