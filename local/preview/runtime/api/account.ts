import type { Phone } from '../phone';
import { defineApi } from './define-api';

/** wx.login: a code that names the person chosen in the workbench. */
export function accountApi({ device }: Phone) {
  return {
    login: defineApi('login', () => ({ code: `preview-${device.settings.openid}` })),
    checkSession: defineApi('checkSession', () => undefined),
  };
}
