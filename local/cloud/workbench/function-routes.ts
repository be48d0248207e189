import * as v from 'valibot';
import type { Clock } from '../clock/clock';
import { phoneMessage } from '../functions/execution-error';
import type { Call, FunctionHost } from '../functions/function-host';
import { phone, phoneEvent, timer } from '../functions/identity';
import { timerEvent } from '../functions/timer-event';
import { readJson } from '../http/body';
import { BadRequest, type Route, sendJson } from '../http/exchange';
import { JsonObject } from '../http/json-object';
import { Openid } from '../phone/phone-routes';
import type { CallReport } from './replies';

const CallBody = v.object({
  openid: v.optional(Openid),
  function: v.string(),
  data: v.optional(JsonObject, {}),
  source: v.optional(
    v.picklist(
      ['wx_client', 'wx_devtools', 'wx_trigger', 'wx_paycallback', 'wx_http', 'wx_unknown', 'wx_client,scf'],
      'a source',
    ),
    'wx_client',
  ),
});

const report = ({ requestId, ms, spent, outcome }: Call): CallReport => ({
  ...('result' in outcome
    ? { result: JSON.parse(outcome.result) as unknown }
    : { error: { errCode: outcome.error.errCode, errMsg: phoneMessage(outcome.error) } }),
  requestId,
  ms,
  ...spent,
});

/**
 * Calls as anybody, with what they cost: `calls` to the database, documents `read`, index `keys`, `bytes`; and a
 * function's timer now: the trigger that is named, or its first.
 */
export const functionRoutes = (host: FunctionHost, appid: string, clock: Clock): readonly Route[] => [
  {
    method: 'POST',
    path: '/workbench/call',
    handle: async ({ request, response }) => {
      const { openid, function: name, data, source } = await readJson(request, CallBody);
      if (openid === undefined && source.startsWith('wx_client'))
        throw new BadRequest('bad-shape', 'openid: a phone has one');
      const identity = openid === undefined ? { source } : { ...phone(openid), source };
      const event = source === 'wx_client' ? phoneEvent(appid, openid ?? '', data) : data;
      sendJson(response, report(await host.call(name, event, identity)));
    },
  },
  ...['/workbench/timers/:name', '/workbench/timers/:name/:trigger'].map((path): Route => ({
    method: 'POST',
    path,
    handle: async ({ request, response, params }) => {
      const { name = '', trigger } = params;
      const fired = host
        .timers()
        .find((one) => one.functionName === name && (trigger === undefined || one.name === trigger));
      if (!fired) throw new BadRequest('no-such-timer', `${trigger ?? name} has no timer`, 404);
      sendJson(response, report(await host.call(name, timerEvent(fired.name, clock.now()), timer)));
      request.resume();
    },
  })),
];
