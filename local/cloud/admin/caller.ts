import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CloudError } from '../cloud-error';
import type { Invocation } from '../functions/invocation';
import type { FunctionHost } from '../functions/function-host';

/** Who sent a request of the admin protocol: a function during a call, or somebody with this run's secret. */
export type AdminCaller = { readonly invocation: Invocation | undefined };

export const newSecretId = (): string => `local-${randomBytes(16).toString('hex')}`;

/**
 * Tells the caller by the credential it signs with. The ids are secrets of this run, so whoever knows one is let
 * in; a page in a browser knows none. Throws `SIGN_PARAM_INVALID`.
 */
export const identifyCaller = (
  { headers }: IncomingMessage,
  administrator: string,
  host: FunctionHost,
): AdminCaller => {
  const secretId = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];
  if (secretId === administrator) return { invocation: undefined };
  const instance = secretId === undefined ? undefined : host.instanceOf(secretId);
  if (!instance) throw new CloudError('SIGN_PARAM_INVALID', 'these credentials are not of this environment');
  return { invocation: instance.invocation() };
};
