/** The body of a function instance: one worker thread, one call at a time, its own modules and `process.env`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { CallMessage, InstanceMessage, InstanceSetup } from './instance-messages';
import { present } from '../clock/present';
import { movedDate } from './moved-date';

type Main = (event: unknown, context: unknown) => unknown;

const { folder, clock } = workerData as InstanceSetup;
const send = (message: InstanceMessage) => parentPort?.postMessage(message, []);
const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : format(error);

const followClock = () => {
  const cells = new BigInt64Array(clock);
  globalThis.Date = movedDate(Date, (realMs) => present(cells, realMs));
};

const write = (...parts: unknown[]) => send({ type: 'log', text: format(...parts) });

const sendConsole = () => {
  Object.assign(console, { log: write, info: write, warn: write, error: write, debug: write });
};

const load = (): Main => {
  const entry = join(folder, 'index.js');
  const { main } = createRequire(entry)(entry) as { main?: unknown };
  if (typeof main !== 'function') throw new TypeError('index.main is not a function');
  return main as Main;
};

let lent: string[] = [];

/** The platform tells who calls through `process.env`; nothing of the call before may stay. */
const lend = (environment: CallMessage['environment']) => {
  for (const key of lent) delete process.env[key];
  Object.assign(process.env, environment);
  lent = Object.keys(environment);
};

const serveCalls = (main: Main) => {
  const answer = async ({ callId, event, environment, context }: CallMessage) => {
    lend(environment);
    try {
      const result = JSON.stringify(await main(JSON.parse(event), context)) ?? 'null';
      send({ type: 'returned', callId, result });
    } catch (error) {
      send({ type: 'threw', callId, error: describe(error) });
    }
  };
  parentPort?.on('message', (message: CallMessage) => void answer(message));
};

followClock();
sendConsole();
try {
  serveCalls(load());
  send({ type: 'ready' });
} catch (error) {
  send({ type: 'not-loaded', error: describe(error) });
}
