import type { ScannedCard } from '../stores/staff/desk-patron';

/** Opens the camera on a bar code. Gives what stands in it, null when the patron turned back or refused. */
export const scanBarcode = async (): Promise<string | null> => {
  try {
    const { result } = await wx.scanCode({ scanType: ['barCode'] });
    return result;
  } catch {
    return null;
  }
};

/** Opens the camera on a card: its bar code, or the QR code that a phone shows; null as above. */
export const scanCard = async (): Promise<ScannedCard | null> => {
  try {
    const { result, scanType } = await wx.scanCode({ scanType: ['barCode', 'qrCode'] });
    return { text: result, isQrCode: scanType === 'QR_CODE' };
  } catch {
    return null;
  }
};
