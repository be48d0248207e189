import { element } from '../frame/element';
import { askConsent, askModal } from '../frame/dialogs';
import type { Phone } from '../phone';
import { ApiFailure, defineApi } from './define-api';
import { words } from '../wording';

interface Decision {
  event: 'agree' | 'disagree' | 'exposureAuthorization';
  buttonId?: string;
}

type Listener = (resolve: (decision: Decision) => void, info: { referrer: string }) => void;

let listener: Listener | undefined;

const key = ({ device }: Phone): string => `privacy/${device.settings.openid}`;
const hasAgreed = (phone: Phone): boolean => localStorage.getItem(key(phone)) === 'agreed';

/** The person's yes, also given by a `<button open-type="agreePrivacyAuthorization">`. */
export function agreeToPrivacy(phone: Phone): void {
  localStorage.setItem(key(phone), 'agreed');
}

/**
 * Asks for consent once per person, through the last listener of wx.onNeedPrivacyAuthorization, or else WeChat's
 * own sheet.
 * @throws ApiFailure 104 when it is refused.
 */
export async function requirePrivacy(phone: Phone, referrer = ''): Promise<void> {
  if (hasAgreed(phone)) return;
  const agreed = listener ? await askThrough(listener, referrer) : await askOnSheet();
  if (!agreed) throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
  agreeToPrivacy(phone);
}

function askThrough(ask: Listener, referrer: string): Promise<boolean> {
  return new Promise((resolve) => {
    ask(
      ({ event }) => {
        if (event !== 'exposureAuthorization') resolve(event === 'agree');
      },
      { referrer },
    );
  });
}

function askOnSheet(): Promise<boolean> {
  const text = element('div', {}, words.privacyText);
  return askConsent(words.privacyTitle, text, words.agree, words.refuse);
}

/** WeChat's privacy interfaces, for the phone of the preview. */
export function privacyApi(phone: Phone) {
  return {
    getPrivacySetting: defineApi('getPrivacySetting', () => ({
      needAuthorization: !hasAgreed(phone),
      privacyContractName: words.privacyContract,
    })),
    onNeedPrivacyAuthorization: (added: Listener): void => {
      listener = added;
    },
    requirePrivacyAuthorize: defineApi('requirePrivacyAuthorize', () =>
      requirePrivacy(phone, 'requirePrivacyAuthorize'),
    ),
    openPrivacyContract: defineApi('openPrivacyContract', async () => {
      await askModal({
        title: words.privacyContract,
        content: words.privacyContent,
        showCancel: false,
      });
    }),
  };
}
