import { type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { RawDocument } from './collection-console';
import type { ImportMode, ImportReport } from './import-lines';
import type { CallReport, ClockReading, CloudState, CollectionPage, MovedClock } from './replies';

/** How the clock is moved: on (`5m`), to an instant (ISO), where it may stand still, or back to this machine's time. */
export type ClockMove =
  { readonly advance: string } | { readonly set: string; readonly still?: true } | { readonly reset: true };

export type WorkbenchCall = {
  readonly openid: string;
  readonly function: string;
  readonly data: unknown;
};

/** What tools ask of a running cloud. Everything throws with the cloud's own words when it refuses. */
export type Workbench = {
  state(): Promise<CloudState>;
  clock(): Promise<ClockReading>;
  /** Answers when the timers that the clock was moved past have run. */
  moveClock(move: ClockMove): Promise<MovedClock>;
  /** Calls a function as a phone; a function that fails is an answer with `error`. */
  call(call: WorkbenchCall): Promise<CallReport>;
  /** Fires that function's timer now: the trigger of this name, or its first. */
  fireTimer(functionName: string, trigger?: string): Promise<CallReport>;
  /** How many documents a collection holds. */
  count(collection: string): Promise<number>;
  /** The documents that meet a query, a thousand at most. */
  find(collection: string, query: RawDocument): Promise<readonly RawDocument[]>;
  /** Imports JSON Lines; a line that is refused is among the report's errors. */
  importLines(collection: string, mode: ImportMode, lines: string | Readable): Promise<ImportReport>;
  /** Answers when the indexes of what was loaded are in order, so that what is measured then is the steady state. */
  tidied(): Promise<void>;
  /** Every document as JSON Lines. */
  exportLines(collection: string): Promise<Readable>;
};

type Method = 'GET' | 'POST';

/**
 * Not `fetch`: that gives up when an answer takes over five minutes, as a whole catalogue may. A connection for each
 * request, since the server closes one that stays idle while the next documents are made.
 */
const send = (url: string, method: Method, body?: Readable): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const outgoing = request(url, { method, headers, agent: false }, resolve);
    outgoing.on('error', reject);
    if (body) pipeline(body, outgoing).catch(reject);
    else outgoing.end();
  });

const accepted = async (answer: IncomingMessage): Promise<IncomingMessage> => {
  if (answer.statusCode === 200) return answer;
  const { error } = (await json(answer)) as { readonly error: { readonly message: string } };
  throw new Error(error.message);
};

const collectionPath = (name: string): string => `collections/${encodeURIComponent(name)}`;

/** The workbench of the cloud at an address (`http://127.0.0.1:8848`), typed. */
export const workbenchAt = (url: string): Workbench => {
  const ask = async (method: Method, path: string, body?: Readable): Promise<unknown> =>
    json(await accepted(await send(`${url}/workbench/${path}`, method, body)));
  const post = (path: string, value: unknown): Promise<unknown> =>
    ask('POST', path, Readable.from([JSON.stringify(value)]));
  return {
    state: async () => (await ask('GET', 'state')) as CloudState,
    clock: async () => (await ask('GET', 'clock')) as ClockReading,
    moveClock: async (move) => (await post('clock', move)) as MovedClock,
    call: async (call) => (await post('call', call)) as CallReport,
    fireTimer: async (...names) =>
      (await ask(
        'POST',
        `timers/${names.map((name) => encodeURIComponent(name ?? '')).join('/')}`,
      )) as CallReport,
    count: async (name) => ((await ask('GET', `${collectionPath(name)}?limit=1`)) as CollectionPage).total,
    find: async (name, query) => {
      const search = new URLSearchParams({ query: JSON.stringify(query), limit: '1000' });
      return ((await ask('GET', `${collectionPath(name)}?${search.toString()}`)) as CollectionPage).documents;
    },
    importLines: async (name, mode, lines) => {
      const body = typeof lines === 'string' ? Readable.from([lines]) : lines;
      return (await ask('POST', `${collectionPath(name)}/import?mode=${mode}`, body)) as ImportReport;
    },
    tidied: async () => {
      await ask('POST', 'tidied');
    },
    exportLines: async (name) =>
      accepted(await send(`${url}/workbench/${collectionPath(name)}/export`, 'GET')),
  };
};
