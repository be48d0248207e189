import { agreeToPrivacy } from '../api/privacy';
import { sharePage } from '../api/share';
import { closestNode } from '../framework/events';
import type { Phone } from '../phone';
import { words } from '../wording';

/** What `<button open-type>` does besides its tap. */
export function watchOpenTypes(root: HTMLElement, phone: Phone): void {
  root.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest?.('taro-button-core');
    if (!button || Reflect.get(button, 'disabled') === true) return;
    const tell = (event: string, detail: object): void => {
      button.dispatchEvent(new CustomEvent(event, { detail }));
    };
    switch (button.getAttribute('open-type')) {
      case 'share':
        void sharePage(phone, 'button', closestNode(button));
        break;
      case 'agreePrivacyAuthorization':
        agreeToPrivacy(phone);
        tell('agreeprivacyauthorization', {});
        break;
      case 'getPhoneNumber':
        tell('getphonenumber', { code: 'preview-phone-code', errMsg: 'getPhoneNumber:ok' });
        break;
      case 'contact':
      case 'feedback':
      case 'openSetting':
        phone.toast.show({ title: words.notHere, icon: 'none', duration: 1500 });
        break;
      case null:
      default:
    }
  });
}
