import { join, resolve } from 'node:path';
import type { Collection } from '../../database/collection';
import { schema } from '../../database/collections/schema';
import { openClock } from './clock/clock';
import { runTimers } from './clock/timers';
import { openDatabase } from './database/database-service';
import { createEventStream } from './events/event-stream';
import { openLogBook } from './events/log-book';
import { openFunctionHost } from './functions/function-host';
import { timer } from './functions/identity';
import { readProject } from './functions/project';
import { timerEvent } from './functions/timer-event';
import { createAnswers } from './openapi/answers';
import { openOutbox } from './openapi/outbox';
import { createFileService } from './storage/file-service';
import { openSignedLinks } from './storage/signed-links';
import { openStorage } from './storage/storage';
import { readStorageRule } from './storage/storage-rule';
import { createCollectionConsole } from './workbench/collection-console';

export type CloudOptions = {
  /** Where everything durable is kept; made when missing. */
  readonly dataFolder: string;
  /** The folder of `cloudbaserc.json`; the repository's own by default. */
  readonly projectRoot?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly collections?: readonly Collection[];
  /** The preview's files. */
  readonly staticFolder?: string;
  readonly instancesPerFunction?: number;
  /** How long an unused function instance is kept. */
  readonly idleMs?: number;
  /** Whether timer triggers fire as the clock goes on; a cloud opened for one command fires them only when told. */
  readonly firesTimers?: boolean;
};

/** The repository that this file stands in. */
export const REPOSITORY = resolve(__dirname, '../..');
/** Where the rule of the storage stands in a project. */
export const STORAGE_RULE = 'database/storage-rule.json';
const FIVE_MINUTES = 300_000;

/** Everything of a cloud that listens to nobody yet. `url` is asked for once the server listens. */
export const openParts = (options: CloudOptions, id: string, url: () => string) => {
  const { dataFolder, projectRoot = REPOSITORY, collections = schema } = options;
  const { instancesPerFunction = 4, idleMs = FIVE_MINUTES, firesTimers = true } = options;
  const inFolder = (name: string) => join(dataFolder, name);
  const project = readProject(projectRoot);
  const clock = openClock(inFolder('clock.json'));
  const events = createEventStream();
  const log = openLogBook(clock, events);
  const host = openFunctionHost({ project, clock: clock.shared, log, url, instancesPerFunction, idleMs });
  const storage = openStorage(inFolder('storage'));
  const links = openSignedLinks(inFolder('storage/key'), clock);
  const database = openDatabase({ file: inFolder('database.sqlite'), now: clock.now, collections });
  return {
    id,
    project,
    collections,
    clock,
    events,
    log,
    host,
    storage,
    links,
    database,
    files: createFileService(storage, links, project.envId, url),
    rule: readStorageRule(join(projectRoot, STORAGE_RULE)),
    answers: createAnswers(),
    outbox: openOutbox(inFolder('outbox.jsonl'), clock, events),
    console: createCollectionConsole(database),
    timers: runTimers(clock, firesTimers ? host.timers : () => [], async ({ timer: due, at }) => {
      await host.call(due.functionName, timerEvent(due.name, at), timer);
    }),
  };
};

export type CloudParts = ReturnType<typeof openParts>;

/** Stops what runs by itself, ends the functions, and closes the database last. */
export const closeParts = async ({ timers, host, database }: CloudParts): Promise<void> => {
  timers.stop();
  await host.close();
  database.close();
};
