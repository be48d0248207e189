import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createCurrentCall, type CurrentCall } from './current-call';
import { type ExecutionError, functionThrew, outOfMemory } from './execution-error';
import type { CallMessage, InstanceMessage, InstanceSetup } from './instance-messages';
import type { Invocation } from './invocation';
import type { DeclaredFunction } from './project';

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
  readonly invocation: () => Invocation | undefined;
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

/** A promise that either of two callers settles; nobody may be waiting when an idle instance dies. */
const createLoading = () => {
  const events = new EventEmitter<{ loaded: []; failed: [ExecutionError] }>();
  const ready = new Promise<void>((resolve, reject) => {
    events.once('loaded', resolve);
    events.once('failed', reject);
  });
  ready.catch(() => undefined);
  return { events, ready };
};

type Receiving = {
  readonly call: CurrentCall;
  readonly loading: ReturnType<typeof createLoading>['events'];
  readonly fail: (error: ExecutionError) => void;
  readonly log: InstanceOptions['log'];
  /** Whether it is the call that was begun last: an earlier one has timed out. */
  readonly isLast: (callId: number) => boolean;
};

const receiver =
  ({ call, loading, fail, log, isLast }: Receiving) =>
  (message: InstanceMessage): void => {
    if (message.type === 'ready') loading.emit('loaded');
    else if (message.type === 'not-loaded') fail(functionThrew(message.error));
    else if (message.type === 'log') log(call.invocation(), message.text);
    else if (isLast(message.callId))
      call.settle(message.type === 'returned' ? message.result : functionThrew(message.error));
  };

/** Starts an instance: a worker thread with its own modules and environment, which runs one call at a time. */
export const startInstance = (options: InstanceOptions): FunctionInstance => {
  const { declared, log, onEnd } = options;
  const secretId = `instance-${randomBytes(16).toString('hex')}`;
  const worker = startWorker(options, secretId);
  const { events: loading, ready } = createLoading();
  const call = createCurrentCall();
  let callId = 0;
  let alive = true;

  const fail = (error: ExecutionError) => {
    alive = false;
    loading.emit('failed', error);
    call.settle(error);
  };
  const retire = async () => {
    alive = false;
    await worker.terminate();
  };
  const receive = receiver({ call, loading, fail, log, isLast: (id) => id === callId });
  const run: FunctionInstance['run'] = (invocation, message) => {
    const outcome = call.begin(invocation, declared.timeout, (error) => {
      fail(error);
      void retire();
    });
    callId += 1;
    worker.postMessage({ ...message, callId } satisfies CallMessage, []);
    return outcome;
  };
  followWorker(worker, {
    receive,
    fail: (error) => fail(asExecutionError(error, declared.memorySize)),
    print: (text) => log(call.invocation(), text),
    end: (code) => {
      fail(functionThrew(`Runtime exited with code ${code}`));
      onEnd();
    },
  });
  return { secretId, ready, isAlive: () => alive, invocation: call.invocation, retire, run };
};

type Listeners = {
  readonly receive: (message: InstanceMessage) => void;
  readonly fail: (error: Error) => void;
  readonly print: (text: string) => void;
  readonly end: (code: number) => void;
};

const followWorker = (worker: Worker, { receive, fail, print, end }: Listeners): void => {
  worker.on('message', receive);
  worker.on('error', fail);
  worker.on('exit', end);
  for (const output of [worker.stdout, worker.stderr])
    output.on('data', (chunk: Buffer) => print(chunk.toString().trimEnd()));
};
