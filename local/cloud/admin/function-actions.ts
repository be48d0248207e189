import { CloudError } from '../cloud-error';
import { administrator, calledBy } from '../functions/identity';
import type { FunctionHost } from '../functions/function-host';
import type { AdminAction } from './admin-route';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CloudError('INVALID_PARAM', 'request_data is not JSON');
  }
};

const parseEvent = (text: unknown): Readonly<Record<string, unknown>> => {
  if (text === undefined || text === '') return {};
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', 'request_data must be a string');
  const event = parse(text);
  if (typeof event !== 'object' || event === null)
    throw new CloudError('INVALID_PARAM', 'the event must be an object');
  return event as Readonly<Record<string, unknown>>;
};

/** `functions.invokeFunction`: a function calls another on behalf of its own caller; a script as nobody. */
export const functionActions = (host: FunctionHost): Readonly<Record<string, AdminAction>> => ({
  'functions.invokeFunction': async ({ function_name: name, request_data: data }, { invocation }) => {
    if (typeof name !== 'string') throw new CloudError('INVALID_PARAM', 'function_name must be a string');
    const identity = invocation ? calledBy(invocation.identity) : administrator;
    const { outcome } = await host.call(name, parseEvent(data), identity);
    if ('error' in outcome) throw outcome.error;
    return { data: { response_data: outcome.result } };
  },
});
