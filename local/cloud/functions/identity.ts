/** Who a call comes from, as the platform knows it; never taken from the event. */
export type Identity = {
  /**
   * WeChat's chain of sources: `wx_client` a phone, `wx_trigger` a timer, `wx_client,scf` a function that a phone
   * called. Empty: not from WeChat (an administrator's script).
   */
  readonly source: string;
  readonly openid?: string;
};

/** A phone that calls by itself. */
export const phone = (openid: string): Identity => ({ source: 'wx_client', openid });

/** What a phone sends, with who it is: WeChat adds `userInfo` and overwrites what the phone put there. */
export const phoneEvent = (
  appid: string,
  openid: string,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({ ...data, userInfo: { appId: appid, openId: openid } });

export const timer: Identity = { source: 'wx_trigger' };
export const administrator: Identity = { source: '' };

/** A function calls on behalf of whoever called it: the chain grows by one link, the person stays. */
export const calledBy = (caller: Identity): Identity => ({ ...caller, source: `${caller.source},scf` });

/** What production puts in `process.env` for one call; both SDKs read the identity from there. */
export const identityEnvironment = (
  { source, openid }: Identity,
  appid: string,
): Readonly<Record<string, string>> => ({
  WX_CONTEXT_KEYS: openid === undefined ? 'WX_APPID' : 'WX_OPENID,WX_APPID,WX_CLIENTIP',
  WX_APPID: appid,
  ...(openid === undefined ? {} : { WX_OPENID: openid, WX_CLIENTIP: '127.0.0.1' }),
  ...(source === '' ? {} : { TCB_SOURCE: source }),
  ...(source === timer.source ? { TRIGGER_SRC: 'timer' } : {}),
});
