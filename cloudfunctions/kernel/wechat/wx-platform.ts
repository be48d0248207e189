import type { CallerKind, Contract } from '../contract';
import { serve, type Caller, type Handlers, type Platform } from '../serve';
import { cloudIdentities } from './cloud-identities';
import { isOutage } from './outage';
import { wxContext, wxDatabase } from './wx-cloud';

/** The second argument of a deployed function's `main`. */
type InvocationContext = { readonly request_id?: string };

/** The last link of WeChat's chain of sources is the one that calls us: `wx_client,scf` is a function. */
const kinds: Readonly<Record<string, CallerKind>> = {
  wx_client: 'phone',
  wx_devtools: 'phone',
  wx_trigger: 'timer',
  wx_paycallback: 'payment-platform',
  scf: 'function',
};

/** Read at the start of a call: the SDK keeps the identity in `process.env`, one call at a time. */
const identify = (): Caller | undefined => {
  const { SOURCE, OPENID } = wxContext();
  const kind = kinds[SOURCE?.split(',').at(-1) ?? ''];
  const openid = OPENID === undefined ? '' : String(OPENID);
  return kind === undefined || (kind === 'phone' && openid === '') ? undefined : { kind, openid };
};

/** One line of the function's log, which the console of WeChat shows. */
export const wxLog = (line: Readonly<Record<string, unknown>>): void => {
  console.log(JSON.stringify(line));
};

/** What `serve` needs of WeChat's platform; `requestId` is that of the running call. */
export const wxPlatform = (requestId: () => string): Platform => ({
  identify,
  identities: cloudIdentities(wxDatabase()),
  now: () => new Date(),
  requestId,
  isOutage,
  log: wxLog,
});

/** The `main` of a deployed function. An instance runs one call at a time, so one request id is enough. */
export const wxFunction = <C extends Contract>(contract: C, handlers: Handlers<C>) => {
  let requestId = '';
  const handle = serve(
    contract,
    handlers,
    wxPlatform(() => requestId),
  );
  return (event: unknown, context: InvocationContext) => {
    requestId = context.request_id ?? '';
    return handle(event);
  };
};
