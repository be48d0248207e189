import { randomUUID } from 'node:crypto';
import { type BuiltFunctions, builtFunctions } from './built-functions';
import { type Deployed, type DeploymentOptions, openDeployments } from './deployments';
import { ExecutionError, eventTooLarge, functionThrew, resultTooLarge } from './execution-error';
import type { FunctionInstance } from './function-instance';
import { type Identity, identityEnvironment } from './identity';
import type { Invocation, Spending } from './invocation';

/** How one call ended. `result` is JSON text, as the function gave it. */
export type Call = {
  readonly requestId: string;
  readonly ms: number;
  readonly spent: Spending;
  readonly outcome: { readonly result: string } | { readonly error: ExecutionError };
};

export type FunctionHost = BuiltFunctions & {
  /** Calls a function and waits for it to end; never rejects for what the function does. */
  call(name: string, event: Readonly<Record<string, unknown>>, identity: Identity): Promise<Call>;
  /** The instance that signs with this credential. */
  instanceOf(secretId: string): FunctionInstance | undefined;
  close(): Promise<void>;
};

/** In production, of a request and of an answer alike. */
export const LARGEST_BYTES = 6 * 1024 * 1024;

const since = (started: number) => Math.round((performance.now() - started) * 1_000) / 1_000;

/** The second argument of `main`; node-sdk parses `environment` and, from older platforms, `environ`. */
const contextOf = (
  { declared }: Deployed,
  requestId: string,
  namespace: string,
  environment: Readonly<Record<string, string>>,
) => ({
  callbackWaitsForEmptyEventLoop: false,
  memory_limit_in_mb: declared.memorySize,
  time_limit_in_ms: declared.timeout * 1_000,
  request_id: requestId,
  environment: JSON.stringify(environment),
  environ: Object.entries(environment)
    .map(([key, value]) => `${key}=${value}`)
    .join(';'),
  function_version: '$LATEST',
  function_name: declared.name,
  namespace,
});

/** Runs one call on an instance of the function, when one is free. */
const runOn = async (
  { project, log }: DeploymentOptions,
  target: Deployed,
  event: string,
  invocation: Invocation,
): Promise<string> => {
  const { functionName, requestId, identity } = invocation;
  const { instance: acquired, isCold } = target.pool.acquire();
  const instance = await acquired;
  try {
    const started = performance.now();
    await instance.ready;
    const text = `Init Report RequestId: ${requestId} Coldstart: ${since(started)}ms`;
    if (isCold) log.write({ kind: 'cold-start', functionName, requestId, text });
    const environment = identityEnvironment(identity, project.appid);
    const context = contextOf(target, requestId, project.envId, environment);
    const result = await instance.run(invocation, { event, environment, context });
    if (Buffer.byteLength(result) > LARGEST_BYTES) throw resultTooLarge();
    return result;
  } finally {
    target.pool.release(instance);
  }
};

/** Runs the built functions of a project, each in a pool of instances, and keeps their log. */
export const openFunctionHost = (options: DeploymentOptions): FunctionHost => {
  const { log } = options;
  const deployments = openDeployments(options);

  const call: FunctionHost['call'] = async (name, event, identity) => {
    const requestId = randomUUID();
    const spent: Spending = { calls: 0, read: 0, keys: 0, bytes: 0 };
    const started = performance.now();
    const write = (kind: 'start' | 'end' | 'error', text: string) => {
      const line = `${kind.toUpperCase()} RequestId: ${requestId} ${text}`;
      log.write({ kind, functionName: name, requestId, text: line });
    };
    const outcome = async (): Promise<Call['outcome']> => {
      const target = deployments.find(name);
      const text = JSON.stringify(event);
      if (Buffer.byteLength(text) > LARGEST_BYTES) throw eventTooLarge();
      return {
        result: await runOn(options, target, text, { functionName: name, requestId, identity, spent }),
      };
    };
    write('start', `Source: ${identity.source}`);
    const ended = await outcome().catch((thrown: unknown): Call['outcome'] => ({
      error: thrown instanceof ExecutionError ? thrown : functionThrew(String(thrown)),
    }));
    const ms = since(started);
    if ('error' in ended) write('error', `Duration: ${ms}ms ${ended.error.message}`);
    else write('end', `Duration: ${ms}ms Calls: ${spent.calls} Read: ${spent.read}`);
    return { requestId, ms, spent, outcome: ended };
  };

  return {
    call,
    instanceOf: (secretId) => deployments.instanceOf(secretId),
    close: () => deployments.close(),
    ...builtFunctions(options, deployments),
  };
};
