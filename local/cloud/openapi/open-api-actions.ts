import type { AdminAction } from '../admin/admin-route';
import type { AdminParameters } from '../admin/request-parameters';
import { CloudError } from '../cloud-error';
import type { FunctionHost } from '../functions/function-host';
import type { Answers } from './answers';
import { decodeArguments, encodeAnswer, encodePlatformError } from './open-api-messages';
import type { Outbox } from './outbox';

/** The platform's own error numbers, from the SDK's table. */
const API_NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const TIMED_OUT = -604102;

const nameOf = ({ apiName }: AdminParameters): string => {
  if (typeof apiName !== 'string') throw new CloudError('INVALID_PARAM', 'apiName must be a string');
  return apiName;
};

/**
 * Open API calls: nothing leaves the machine. Each is written to the outbox with its answer: the scripted one, else
 * what WeChat would say. A function may call only what its `config.json` permits, as in production.
 */
export const openApiActions = (
  host: FunctionHost,
  outbox: Outbox,
  answers: Answers,
): Readonly<Record<string, AdminAction>> => {
  const send: AdminAction = (parameters, { invocation }) => {
    const api = nameOf(parameters);
    const functionName = invocation?.functionName ?? null;
    const given = decodeArguments(parameters['requestData']);
    const fail = (errorCode: number) => {
      outbox.record({ functionName, api, arguments: given, answer: { errorCode } });
      return encodePlatformError(errorCode);
    };
    if (functionName !== null && !host.configOf(functionName).permissions.openapi.includes(api))
      return fail(NO_PERMISSION);
    const answer = answers.next(api, given);
    if (!answer) return fail(API_NOT_FOUND);
    if ('timeout' in answer) return fail(TIMED_OUT);
    outbox.record({ functionName, api, arguments: given, answer });
    return encodeAnswer(answer);
  };

  /** Payments speak JSON, and nothing is paid here: only a scripted answer can be given. */
  const pay: AdminAction = (parameters, { invocation }) => {
    const api = nameOf(parameters);
    const { requestData } = parameters;
    const given: unknown =
      requestData instanceof Uint8Array ? JSON.parse(Buffer.from(requestData).toString()) : {};
    const answer = answers.next(`cloudPay.${api}`, {});
    if (!answer || 'timeout' in answer)
      throw new CloudError('SYS_ERR', `cloudPay.${api}: the embedded cloud has no scripted answer`);
    const record = { api: `cloudPay.${api}`, arguments: given as Readonly<Record<string, unknown>>, answer };
    outbox.record({ functionName: invocation?.functionName ?? null, ...record });
    return Buffer.from(JSON.stringify(answer));
  };

  return { 'wx.openApi': send, 'wx.wxPayApi': pay };
};
