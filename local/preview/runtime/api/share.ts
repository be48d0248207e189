import { element } from '../frame/element';
import { ask, choiceButton } from '../frame/overlay';
import { parseRoute } from '../pages/route';
import { type Phone, topPage } from '../phone';
import { defineApi } from './define-api';
import { words } from '../wording';

/** What onShareAppMessage may return. */
interface Card {
  title?: string;
  path?: string;
  imageUrl?: string;
  promise?: Promise<Card>;
}

/** Shows the card that a friend would get, its path, and a way to open it; a page without a handler can't be shared. */
export async function sharePage(phone: Phone, from: 'menu' | 'button', target?: unknown): Promise<void> {
  const page = topPage(phone);
  if (!page.has('onShareAppMessage')) {
    phone.toast.show({ title: words.cannotShare, icon: 'none', duration: 1500 });
    return;
  }
  const given = (page.call('onShareAppMessage', { from, target }) ?? {}) as Card;
  const card = { ...given, ...(await given.promise) };
  const path = card.path ?? page.route.path;
  if (!phone.stack.exists(parseRoute(path).path)) console.error(`share: page "${path}" is not found`);
  const open = await ask<boolean>(
    (choose) => {
      const content = element(
        'div',
        { className: 'content' },
        drawCard(card, path, page.window.navigationBarTitleText),
      );
      const sheet = element(
        'div',
        { className: 'sheet', role: 'dialog' },
        element('h2', {}, words.share),
        content,
      );
      sheet.append(choiceButton({ label: words.openCard, value: true }, choose));
      const cancel = choiceButton({ label: words.cancel, value: false }, choose);
      cancel.className = 'cancel';
      sheet.append(cancel);
      return sheet;
    },
    false,
    'at-bottom',
  );
  if (!open) return;
  location.hash = `#/${path.replace(/^\//, '')}`;
  location.reload();
}

function drawCard(card: Card, path: string, pageTitle = ''): HTMLElement {
  const box = element('div', { className: 'share-card' }, element('strong', {}, card.title ?? pageTitle));
  if (card.imageUrl) box.append(element('img', { src: card.imageUrl, alt: '' }));
  box.append(element('code', {}, path));
  return box;
}

const nothing = (): void => undefined;

/** The share menu is always there. */
export function shareApi() {
  return {
    showShareMenu: defineApi('showShareMenu', nothing),
    hideShareMenu: defineApi('hideShareMenu', nothing),
    updateShareMenu: defineApi('updateShareMenu', nothing),
  };
}
