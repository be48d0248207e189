import type { Collection } from '../../../database/collection';
import type { Clock } from '../clock/clock';
import type { DatabaseService } from '../database/database-service';
import type { LogBook } from '../events/log-book';
import type { FunctionHost } from '../functions/function-host';
import type { Project } from '../functions/project';
import { readJson } from '../http/body';
import { type Route, sendJson } from '../http/exchange';
import { AnswerScript, type Answers } from '../openapi/answers';
import type { Outbox } from '../openapi/outbox';
import type { CollectionConsole } from './collection-console';
import type { CloudState, Logs, SentMessages } from './replies';

export type StateOptions = {
  readonly id: string;
  readonly project: Project;
  readonly database: DatabaseService;
  readonly collections: readonly Collection[];
  readonly clock: Clock;
  readonly host: FunctionHost;
  readonly log: LogBook;
  readonly outbox: Outbox;
  readonly answers: Answers;
  readonly console: CollectionConsole;
};

const countAll = ({ database, collections, console }: StateOptions) =>
  Promise.all(
    database.collections().map(async (name) => ({
      name,
      zh: collections.find((collection) => collection.name === name)?.zh ?? '',
      count: await console.count(name, {}),
    })),
  );

const stateOf = async (options: StateOptions): Promise<CloudState> => ({
  now: options.clock.now().toISOString(),
  clockOffsetMs: options.clock.offsetMs(),
  envId: options.project.envId,
  appid: options.project.appid,
  residentBytes: process.memoryUsage.rss(),
  functions: options.host.functions(),
  collections: await countAll(options),
});

const sentMessages = ({ outbox, answers }: StateOptions): SentMessages => ({
  messages: outbox.messages(),
  scripted: answers.scripted(),
});

/** What the workbench looks at: the state of the cloud, the log, and what would have gone to WeChat. */
export const stateRoutes = (options: StateOptions): readonly Route[] => {
  const { id, log, answers } = options;
  return [
    { method: 'GET', path: '/workbench/alive', handle: ({ response }) => sendJson(response, { id }) },
    {
      method: 'GET',
      path: '/workbench/state',
      handle: async ({ response }) => sendJson(response, await stateOf(options)),
    },
    {
      method: 'POST',
      path: '/workbench/tidied',
      handle: async ({ response }) => {
        await options.database.tidied();
        sendJson(response, {});
      },
    },
    {
      method: 'GET',
      path: '/workbench/logs',
      handle: ({ response }) => sendJson(response, { entries: log.entries() } satisfies Logs),
    },
    {
      method: 'GET',
      path: '/workbench/outbox',
      handle: ({ response }) => sendJson(response, sentMessages(options)),
    },
    {
      method: 'POST',
      path: '/workbench/openapi-answers',
      handle: async ({ request, response }) => {
        answers.script(await readJson(request, AnswerScript));
        sendJson(response, { scripted: answers.scripted() });
      },
    },
  ];
};
