import { askModal, askText } from '../frame/dialogs';
import type { Phone } from '../phone';
import { defineApi } from './define-api';
import { requirePrivacy } from './privacy';
import { words } from '../wording';

/** Camera, clipboard, telephone, screen and vibration. */
export function hardwareApi(phone: Phone) {
  let clipboard = '';
  let brightness = 0.5;
  return {
    scanCode: defineApi('scanCode', async () => {
      const result = await askText(words.scan, words.scanHint);
      if (result === null) throw new Error('cancel');
      return {
        result,
        scanType: kindOfCode(result),
        charSet: 'UTF-8',
        rawData: btoa(encodeURIComponent(result)),
        path: '',
      };
    }),
    setClipboardData: defineApi<{ data: string }>('setClipboardData', async ({ data = '' }) => {
      await requirePrivacy(phone);
      clipboard = data;
      // a browser may refuse without a tap; the phone's own clipboard has it anyway
      await navigator.clipboard?.writeText(data).catch(() => undefined);
      phone.toast.show({ title: words.copied, duration: 1500 });
    }),
    getClipboardData: defineApi('getClipboardData', async () => {
      await requirePrivacy(phone);
      return { data: clipboard };
    }),
    makePhoneCall: defineApi<{ phoneNumber: string }>('makePhoneCall', async ({ phoneNumber = '' }) => {
      const answer = await askModal({ title: phoneNumber, confirmText: words.dial });
      if (!(answer as { confirm: boolean }).confirm) throw new Error('cancel');
    }),
    vibrateShort: defineApi('vibrateShort', () => void navigator.vibrate?.(15)),
    vibrateLong: defineApi('vibrateLong', () => void navigator.vibrate?.(400)),
    getScreenBrightness: defineApi('getScreenBrightness', () => ({ value: brightness })),
    setScreenBrightness: defineApi<{ value: number }>('setScreenBrightness', ({ value = -1 }) => {
      if (value < 0 || value > 1) throw new Error('parameter error: value should be between 0 and 1');
      brightness = value;
    }),
    setKeepScreenOn: defineApi('setKeepScreenOn', () => undefined),
  };
}

/** What a camera would have seen this in: an ISBN and a short number are printed as bars, anything else is a QR code. */
function kindOfCode(text: string): string {
  if (/^97[89]\d{10}$/.test(text)) return 'EAN_13';
  return /^[\w-]{1,32}$/.test(text) ? 'CODE_128' : 'QR_CODE';
}
