import { createReadStream, createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openCloud } from './cloud/open-cloud';
import type { ImportMode } from './cloud/workbench/import-lines';
import { type Workbench, workbenchAt } from './cloud/workbench/workbench-client';
import { printJson, runCommand, UsageError } from './command-line';
import { DEFAULT_DATA_FOLDER } from './running-cloud';

const USAGE = `usage: npm run console -- import COLLECTION [FILE] [--insert|--upsert] [--data DIR]
       npm run console -- export COLLECTION [FILE] [--data DIR]
  JSON Lines as the cloud console has them, dates as {"$date":ISO}; without FILE stdin or stdout.
  Works beside a running npm start. Exit code 1 when lines were rejected.`;

const importFile = async (
  workbench: Workbench,
  collection: string,
  file: string | undefined,
  mode: ImportMode,
): Promise<number> => {
  const input = file === undefined ? process.stdin : createReadStream(file);
  const report = await workbench.importLines(collection, mode, input);
  printJson(report);
  return report.errors.length === 0 ? 0 : 1;
};

const exportFile = async (
  workbench: Workbench,
  collection: string,
  file: string | undefined,
): Promise<number> => {
  const lines = await workbench.exportLines(collection);
  const output: Writable = file === undefined ? process.stdout : createWriteStream(file);
  await pipeline(lines, output, { end: file !== undefined });
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
    const workbench = workbenchAt(cloud.url);
    return verb === 'import'
      ? await importFile(workbench, collection, file, values.upsert ? 'upsert' : 'insert')
      : await exportFile(workbench, collection, file);
  } finally {
    await cloud.close();
  }
});
