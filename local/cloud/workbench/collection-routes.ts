import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { CloudError } from '../cloud-error';
import { readJson } from '../http/body';
import { BadRequest, type Exchange, type Route, sendJson } from '../http/exchange';
import { JsonObject } from '../http/json-object';
import type { CollectionConsole } from './collection-console';
import { importLines } from './import-lines';
import type { CollectionPage } from './replies';

const Query = v.object({
  skip: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number)), '0'),
  limit: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number), v.maxValue(1_000)), '20'),
  query: v.optional(v.pipe(v.string(), v.parseJson(), JsonObject), '{}'),
});
const Import = v.object({ mode: v.optional(v.picklist(['insert', 'upsert']), 'insert') });

const search = <S extends v.GenericSchema>(schema: S, { url }: Exchange): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, Object.fromEntries(url.searchParams));
  if (parsed.success) return parsed.output;
  const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  throw new BadRequest('bad-shape', faults.join('; '));
};

/** Refusals of the database are the asker's mistake here: a bad query, a collection that isn't there. */
const route = (
  method: Route['method'],
  path: string,
  handle: (exchange: Exchange, name: string) => Promise<void>,
): Route => ({
  method,
  path: `/workbench/collections/${path}`,
  handle: async (exchange) => {
    try {
      await handle(exchange, exchange.params['name'] ?? '');
    } catch (error) {
      if (error instanceof CloudError) throw new BadRequest(error.code, error.message);
      throw error;
    }
  },
});

const exportLines = async (collections: CollectionConsole, { response }: Exchange, name: string) => {
  await collections.list(name, { skip: 0, limit: 1, query: {} });
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  for await (const document of collections.all(name))
    if (!response.write(`${JSON.stringify(document)}\n`)) await once(response, 'drain');
  response.end();
};

/** The console page: list, edit, import and export a collection. */
export const collectionRoutes = (collections: CollectionConsole): readonly Route[] => [
  route('GET', ':name', async (exchange, name) => {
    const page = search(Query, exchange);
    const documents = await collections.list(name, page);
    const total = await collections.count(name, page.query);
    sendJson(exchange.response, { documents, total } satisfies CollectionPage);
  }),
  route('GET', ':name/export', (exchange, name) => exportLines(collections, exchange, name)),
  route('POST', ':name/import', async (exchange, name) => {
    const { mode } = search(Import, exchange);
    await collections.list(name, { skip: 0, limit: 1, query: {} });
    const lines = createInterface({ input: exchange.request, crlfDelay: Infinity });
    sendJson(exchange.response, await importLines(collections, name, lines, mode));
  }),
  route('PUT', ':name/:id', async ({ request, response, params }, name) => {
    const document = await readJson(request, JsonObject);
    sendJson(response, { done: await collections.replace(name, params['id'] ?? '', document) });
  }),
  route('DELETE', ':name/:id', async ({ response, params }, name) => {
    const { id = '' } = params;
    if (!(await collections.remove(name, id))) throw new BadRequest('no-such-document', `${name}/${id}`, 404);
    sendJson(response, { done: 'removed' });
  }),
];
