import { sharePage } from './api/share';
import { askFromSheet } from './frame/dialogs';
import type { FrameActions } from './frame/frame-actions';
import type { Phone } from './phone';
import { words } from './wording';

/** What the buttons of WeChat's frame do to the phone, which is complete by the time that one is tapped. */
export function frameButtons(phone: () => Phone): FrameActions {
  return {
    back: () => {
      const { stack, history } = phone();
      history.wentBack(stack.back(1));
    },
    home: () => goHome(phone()),
    menu: () => void openMenu(phone()),
    openTab: (path) => openTab(phone(), path),
  };
}

function goHome({ program, stack, history }: Phone): void {
  const home = { path: program.app.pages[0] ?? '', query: {} };
  if (stack.isTab(home.path)) stack.switchTab(home);
  else stack.relaunch(home);
  history.replaced();
}

function openTab({ program, stack, history }: Phone, path: string): void {
  stack.switchTab({ path, query: {} });
  history.replaced();
  const tabs = program.app.tabBar?.list ?? [];
  const index = tabs.findIndex(({ pagePath }) => pagePath === path);
  stack.top?.call('onTabItemTap', { index, pagePath: path, text: tabs[index]?.text });
}

async function openMenu(phone: Phone): Promise<void> {
  const tapped = await askFromSheet([words.share, words.reopen]);
  if (tapped === 0) await sharePage(phone, 'menu');
  if (tapped === 1) location.reload();
}
