import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ExecutionError, functionThrew, outOfMemory, timedOut } from './execution-error';
import type { Identity } from './identity';
import type { CallMessage, InstanceMessage, InstanceSetup } from './instance-messages';
import type { DeclaredFunction } from './project';

/** What one call has spent at the database: requests, documents examined, index keys, bytes answered. */
export type Spending = { calls: number; read: number; keys: number; bytes: number };

export type Invocation = {
  readonly functionName: string;
  readonly requestId: string;
  readonly identity: Identity;
  readonly spent: Spending;
};

export type InstanceOptions = {
  readonly declared: DeclaredFunction;
  readonly folder: string;
  readonly clock: SharedArrayBuffer;
  /** The platform's part of `process.env`, given this instance's credential. */
  readonly environment: (secretId: string) => Readonly<Record<string, string>>;
  readonly log: (invocation: Invocation | undefined, text: string) => void;
  readonly onEnd: () => void;
};

export type FunctionInstance = {
  /** With this the instance signs its requests; it tells the server which call a request belongs to. */
  readonly secretId: string;
  invocation(): Invocation | undefined;
  /** False once its thread has ended or is being ended. */
  isAlive(): boolean;
  /** Resolves when the function's module is loaded; rejects when it can't be. */
  readonly ready: Promise<void>;
  /** Runs one call to its end and gives the JSON text of its result; rejects with an `ExecutionError`. */
  run(invocation: Invocation, message: Omit<CallMessage, 'callId'>): Promise<string>;
  retire(): Promise<void>;
};

const INSTANCE_FILE = join(__dirname, '../../../dist/local/instance.cjs');
/** What Node itself takes of a function's memory before any of its code runs. */
const RUNTIME_MB = 32;

const startWorker = ({ declared, folder, clock, environment }: InstanceOptions, secretId: string) =>
  new Worker(INSTANCE_FILE, {
    name: declared.name,
    workerData: { folder, clock } satisfies InstanceSetup,
    env: { ...environment(secretId), ...declared.envVariables },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: declared.memorySize - RUNTIME_MB,
      maxYoungGenerationSizeMb: 16,
    },
  });

const asExecutionError = (error: Error & { code?: string }, memorySize: number): ExecutionError =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? outOfMemory(memorySize)
    : functionThrew(error.stack ?? error.message);

/** Starts an instance: a worker thread with its own modules and environment, which runs one call at a time. */
export const startInstance = (options: InstanceOptions): FunctionInstance => {
  const { declared, log, onEnd } = options;
  const secretId = `instance-${randomBytes(16).toString('hex')}`;
  const worker = startWorker(options, secretId);
  const loading = new EventEmitter<{ loaded: []; failed: [ExecutionError] }>();
  const ready = new Promise<void>((resolve, reject) => {
    loading.once('loaded', resolve);
    loading.once('failed', reject);
  });
  let current: { invocation: Invocation; settle: (outcome: string | ExecutionError) => void } | undefined;
  let callId = 0;
  let alive = true;

  const fail = (error: ExecutionError) => {
    alive = false;
    loading.emit('failed', error);
    current?.settle(error);
  };
  const receive = (message: InstanceMessage) => {
    if (message.type === 'ready') loading.emit('loaded');
    else if (message.type === 'not-loaded') fail(functionThrew(message.error));
    else if (message.type === 'log') log(current?.invocation, message.text);
    else if (message.callId === callId)
      current?.settle(message.type === 'returned' ? message.result : functionThrew(message.error));
  };

  // Nobody may be waiting when an idle instance dies.
  ready.catch(() => undefined);
  worker.on('message', receive);
  worker.on('error', (error: Error) => fail(asExecutionError(error, declared.memorySize)));
  worker.on('exit', (code) => {
    fail(functionThrew(`Runtime exited with code ${code}`));
    onEnd();
  });
  for (const output of [worker.stdout, worker.stderr])
    output.on('data', (chunk: Buffer) => log(current?.invocation, chunk.toString().trimEnd()));

  return {
    secretId,
    ready,
    isAlive: () => alive,
    invocation: () => current?.invocation,
    retire: async () => {
      alive = false;
      await worker.terminate();
    },
    run: (invocation, message) =>
      new Promise((resolve, reject) => {
        const settle = (outcome: string | ExecutionError) => {
          clearTimeout(alarm);
          current = undefined;
          if (typeof outcome === 'string') resolve(outcome);
          else reject(outcome);
        };
        const alarm = setTimeout(() => {
          fail(timedOut(declared.timeout));
          void worker.terminate();
        }, declared.timeout * 1_000);
        current = { invocation, settle };
        callId += 1;
        worker.postMessage({ ...message, callId } satisfies CallMessage, []);
      }),
  };
};
