import { element } from '../frame/element';
import { askConsent, askModal } from '../frame/dialogs';
import type { Phone } from '../phone';
import { ApiFailure, defineApi } from './define-api';

interface Decision {
  event: 'agree' | 'disagree' | 'exposureAuthorization';
  buttonId?: string;
}

type Listener = (resolve: (decision: Decision) => void, info: { referrer: string }) => void;

const contractName = '《用户隐私保护指引》';
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
  const text = element('div', {}, `在使用前，请阅读并同意${contractName}。`);
  return askConsent('隐私保护提示', text, '同意', '拒绝');
}

export function privacyApi(phone: Phone) {
  return {
    getPrivacySetting: defineApi('getPrivacySetting', () => ({
      needAuthorization: !hasAgreed(phone),
      privacyContractName: contractName,
    })),
    onNeedPrivacyAuthorization: (added: Listener): void => {
      listener = added;
    },
    requirePrivacyAuthorize: defineApi('requirePrivacyAuthorize', () =>
      requirePrivacy(phone, 'requirePrivacyAuthorize'),
    ),
    openPrivacyContract: defineApi('openPrivacyContract', async () => {
      await askModal({
        title: contractName,
        content: '正式版在此显示小程序的隐私保护指引。',
        showCancel: false,
      });
    }),
  };
}
