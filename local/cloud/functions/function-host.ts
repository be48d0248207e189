import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Timer } from '../clock/timers';
import { type Deployed, type DeploymentOptions, openDeployments } from './deployments';
import { ExecutionError, eventTooLarge, functionThrew, resultTooLarge } from './execution-error';
import type { FunctionInstance, Invocation, Spending } from './function-instance';
import { type Identity, identityEnvironment } from './identity';
import { type FunctionConfig, readFunctionConfig } from './project';

/** How one call ended. `result` is JSON text, as the function gave it. */
export type Call = {
  readonly requestId: string;
  readonly ms: number;
  readonly spent: Spending;
  readonly outcome: { readonly result: string } | { readonly error: ExecutionError };
};

export type FunctionState = {
  readonly name: string;
  readonly runtime: string;
  readonly timeout: number;
  readonly memorySize: number;
  readonly instances: number;
  readonly openapi: readonly string[];
  readonly timers: readonly Timer[];
};

export type FunctionHost = {
  /** Calls a function and waits for it to end; never rejects for what the function does. */
  call(name: string, event: Readonly<Record<string, unknown>>, identity: Identity): Promise<Call>;
  /** The instance that signs with this credential. */
  instanceOf(secretId: string): FunctionInstance | undefined;
  configOf(name: string): FunctionConfig;
  readonly timers: () => readonly Timer[];
  functions(): readonly FunctionState[];
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

/** Runs the built functions of a project, each in a pool of instances, and keeps their log. */
export const openFunctionHost = (options: DeploymentOptions): FunctionHost => {
  const { project, log } = options;
  const deployments = openDeployments(options);

  const run = async (target: Deployed, event: string, invocation: Invocation): Promise<string> => {
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

  const call: FunctionHost['call'] = async (name, event, identity) => {
    const requestId = randomUUID();
    const spent: Spending = { calls: 0, read: 0, keys: 0, bytes: 0 };
    const started = performance.now();
    const write = (kind: 'start' | 'end' | 'error', text: string) =>
      log.write({
        kind,
        functionName: name,
        requestId,
        text: `${kind.toUpperCase()} RequestId: ${requestId} ${text}`,
      });
    write('start', `Source: ${identity.source}`);
    try {
      const target = deployments.find(name);
      const text = JSON.stringify(event);
      if (Buffer.byteLength(text) > LARGEST_BYTES) throw eventTooLarge();
      const result = await run(target, text, { functionName: name, requestId, identity, spent });
      const ms = since(started);
      write('end', `Duration: ${ms}ms Calls: ${spent.calls} Read: ${spent.read}`);
      return { requestId, ms, spent, outcome: { result } };
    } catch (thrown) {
      const error = thrown instanceof ExecutionError ? thrown : functionThrew(String(thrown));
      const ms = since(started);
      write('error', `Duration: ${ms}ms ${error.message}`);
      return { requestId, ms, spent, outcome: { error } };
    }
  };

  const configOf = (name: string) => readFunctionConfig(join(project.functionRoot, name));
  const timersOf = (functionName: string): Timer[] =>
    configOf(functionName).triggers.map(({ name, config }) => ({ functionName, name, cron: config }));
  const built = () =>
    project.functions.filter(({ name }) => existsSync(join(project.functionRoot, name, 'index.js')));

  return {
    call,
    configOf,
    instanceOf: (secretId) => deployments.instanceOf(secretId),
    timers: () =>
      built().flatMap(({ name }) => {
        try {
          return timersOf(name);
        } catch (error) {
          // A config.json that is being edited must not stop the clock.
          log.write({ kind: 'error', functionName: name, requestId: null, text: String(error) });
          return [];
        }
      }),
    functions: () =>
      built().map(({ name, runtime, timeout, memorySize }) => ({
        name,
        runtime,
        timeout,
        memorySize,
        instances: deployments.count(name),
        openapi: configOf(name).permissions.openapi,
        timers: timersOf(name),
      })),
    close: () => deployments.close(),
  };
};
