import { createReadStream, createWriteStream } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import type { Readable, Writable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openCloud } from './cloud/open-cloud';
import type { ImportReport } from './cloud/workbench/import-lines';
import { printJson, runCommand, UsageError } from './command-line';
import { DEFAULT_DATA_FOLDER } from './running-cloud';

const USAGE = `usage: npm run console -- import COLLECTION [FILE] [--insert|--upsert] [--data DIR]
       npm run console -- export COLLECTION [FILE] [--data DIR]
  JSON Lines as the cloud console has them, dates as {"$date":ISO}; without FILE stdin or stdout.
  Works beside a running npm start. Exit code 1 when lines were rejected.`;

const checkAnswer = async (answer: IncomingMessage): Promise<void> => {
  if (answer.statusCode === 200) return;
  const { error } = (await json(answer)) as { error: { message: string } };
  throw new Error(error.message);
};

/** Not `fetch`: that gives up when the answer takes over five minutes, as a whole catalogue may. */
const send = (url: string, method: 'GET' | 'POST', body?: Readable) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(url, { method }, resolve);
    outgoing.on('error', reject);
    if (body) pipeline(body, outgoing).catch(reject);
    else outgoing.end();
  });

const importFile = async (url: string, file: string | undefined, mode: string): Promise<number> => {
  const input = file === undefined ? process.stdin : createReadStream(file);
  const answer = await send(`${url}/import?mode=${mode}`, 'POST', input);
  await checkAnswer(answer);
  const report = (await json(answer)) as ImportReport;
  printJson(report);
  return report.errors.length === 0 ? 0 : 1;
};

const exportFile = async (url: string, file: string | undefined): Promise<number> => {
  const answer = await send(`${url}/export`, 'GET');
  await checkAnswer(answer);
  const output: Writable = file === undefined ? process.stdout : createWriteStream(file);
  await pipeline(answer, output, { end: file !== undefined });
  return 0;
};

runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      insert: { type: 'boolean', default: false },
      upsert: { type: 'boolean', default: false },
      data: { type: 'string', default: DEFAULT_DATA_FOLDER },
    },
  });
  const [verb, collection, file, ...rest] = positionals;
  if ((verb !== 'import' && verb !== 'export') || collection === undefined || rest.length > 0)
    throw new UsageError('import or export, and a collection');
  if (values.insert && values.upsert) throw new UsageError('--insert or --upsert, not both');
  const cloud = await openCloud({ dataFolder: values.data });
  try {
    const url = `${cloud.url}/workbench/collections/${encodeURIComponent(collection)}`;
    return verb === 'import'
      ? await importFile(url, file, values.upsert ? 'upsert' : 'insert')
      : await exportFile(url, file);
  } finally {
    await cloud.close();
  }
});
