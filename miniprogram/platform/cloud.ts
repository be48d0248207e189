import type { ActionName, ActionOf, Call } from '../../cloudfunctions/api';
import type { Reply } from '../../cloudfunctions/kernel/contract';
import { cloudEnvironment } from './environment';
import { phoneDay } from './clock';

/** What WeChat answers where the appid has no cloud, or not this one: nothing works until a developer mends it. */
const notSetUp = new Set([-601034, -601002]);
/** Also the number of a missing function, so only the message tells whether the environment is what is missing. */
const notFound = -501000;

let whenNotSetUp = (): void => {};

/** Must run before the first call. `onNotSetUp` is told when WeChat knows no such environment. */
export function connectCloud(onNotSetUp: () => void): void {
  whenNotSetUp = onNotSetUp;
  wx.cloud.init(cloudEnvironment === '' ? { traceUser: false } : { env: cloudEnvironment, traceUser: false });
}

const isNotSetUp = (error: unknown): boolean => {
  const { errCode = 0, errMsg = '' } = (error ?? {}) as { errCode?: number; errMsg?: string };
  return notSetUp.has(errCode) || (errCode === notFound && /\benv(ironment)?\b/i.test(errMsg));
};

const isReply = (result: unknown): result is Reply<ActionOf<ActionName>> =>
  typeof (result as { ok?: unknown } | null)?.ok === 'boolean';

/** Calls a cloud function; whatever keeps an answer away (network, timeout, a broken function) is `unavailable`. */
export const call: Call = async (name, input) => {
  const [functionName = '', action = ''] = name.split('.');
  try {
    const { result } = await wx.cloud.callFunction({ name: functionName, data: { action, input } });
    if (isReply(result)) return result;
  } catch (error) {
    if (isNotSetUp(error)) whenNotSetUp();
  }
  return { ok: false, reasons: [{ code: 'unavailable' }], libraryDay: phoneDay() };
};
