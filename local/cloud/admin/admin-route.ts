import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CloudError } from '../cloud-error';
import { LARGEST_BYTES } from '../functions/function-host';
import { readBody } from '../http/body';
import type { Route } from '../http/exchange';
import type { AdminCaller } from './caller';
import { type AdminParameters, readParameters } from './request-parameters';

/** What an action answers: fields beside `requestId`, or bytes (`wx.openApi` speaks protobuf). */
export type AdminReply = Readonly<Record<string, unknown>> | Buffer;
export type AdminAction = (
  parameters: AdminParameters,
  caller: AdminCaller,
) => Promise<AdminReply> | AdminReply;

export type AdminOptions = {
  readonly actions: Readonly<Record<string, AdminAction>>;
  readonly identify: (request: IncomingMessage) => AdminCaller;
  readonly report: (text: string) => void;
};

type Content = { readonly type: string; readonly bytes: Buffer };

const encode = (reply: AdminReply): Content => {
  if (Buffer.isBuffer(reply)) return { type: 'application/octet-stream', bytes: reply };
  const bytes = Buffer.from(JSON.stringify({ requestId: randomUUID(), ...reply }));
  if (bytes.length > LARGEST_BYTES) throw new CloudError('EXCEED_REQUEST_LIMIT', 'the response exceeds 6MB');
  return { type: 'application/json; charset=utf-8', bytes };
};

const perform = async ({ actions, identify }: AdminOptions, request: IncomingMessage): Promise<Content> => {
  const caller = identify(request);
  const body = await readBody(request, LARGEST_BYTES);
  if (!body) throw new CloudError('EXCEED_REQUEST_LIMIT', 'the request exceeds 6MB');
  const parameters = readParameters(body, request.headers['content-type'] ?? '');
  const { action } = parameters;
  if (!Object.hasOwn(actions, action))
    throw new CloudError('INVALID_PARAM', `the embedded cloud does not know the action ${action}`);
  const content = encode(await (actions[action] as AdminAction)(parameters, caller));
  if (caller.invocation) caller.invocation.spent.bytes += content.bytes.length;
  return content;
};

const asFault = (error: unknown, report: AdminOptions['report']) => {
  if (error instanceof CloudError) return { code: error.code, message: error.message };
  report(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
};

/** `POST /admin`, where both SDKs send everything. Errors of the protocol are HTTP 200 with `code`. */
export const adminRoute = (options: AdminOptions): Route => ({
  method: 'POST',
  path: '/admin',
  handle: async ({ request, response }) => {
    const { type, bytes } = await perform(options, request).catch((error: unknown) =>
      encode(asFault(error, options.report)),
    );
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
    response.end(bytes);
    // What an unknown caller sends is not read, only let go.
    request.resume();
  },
});
