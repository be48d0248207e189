import cloud from 'wx-server-sdk';
import { describeError } from '../../kernel/describe-error';
import '../../kernel/wechat/wx-cloud';
import { wxLog } from '../../kernel/wechat/wx-platform';
import type { PhoneNumberOf } from '../ports/applications';

type Answer = { readonly phoneInfo?: { readonly purePhoneNumber?: string; readonly countryCode?: string } };
type PhoneNumberApi = { getPhoneNumber(options: { readonly code: string }): Promise<Answer> };

const ofMainland = '86';

/**
 * Asks WeChat for the number behind a code; whatever keeps it from telling stands in the log, and the applicant
 * types the number.
 */
export const wechatPhoneNumber: PhoneNumberOf = async (code) => {
  const { phonenumber } = cloud.openapi as unknown as { readonly phonenumber: PhoneNumberApi };
  try {
    const { phoneInfo } = await phonenumber.getPhoneNumber({ code });
    if (phoneInfo?.purePhoneNumber === undefined) return null;
    const { purePhoneNumber, countryCode = ofMainland } = phoneInfo;
    return countryCode === ofMainland ? purePhoneNumber : `+${countryCode} ${purePhoneNumber}`;
  } catch (error) {
    wxLog({ task: 'getPhoneNumber', ...describeError(error) });
    return null;
  }
};
