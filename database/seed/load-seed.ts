import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { libraryDay, type Day } from '../../cloudfunctions/kernel/library-day';
import { type Workbench, workbenchAt } from '../../local/cloud/workbench/workbench-client';
import { reindex } from '../reindex';
import { completeCirculation, type SeedDocuments } from './demo-circulation';
import { nearToday } from './near-today';

/** The documents of a seed folder, one file of JSON Lines a collection, as they are on a day. */
export const readSeed = async (folder: string, today: Day): Promise<SeedDocuments> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).toSorted();
  const read = files.map(async (name) => {
    const lines = (await readFile(join(folder, name), 'utf8'))
      .split('\n')
      .filter((line) => line.trim() !== '');
    const documents = lines.map((line) => nearToday(JSON.parse(line), today));
    return [basename(name, '.jsonl'), documents] as const;
  });
  return completeCirculation(Object.fromEntries(await Promise.all(read)) as SeedDocuments);
};

const loadCollection = async (workbench: Workbench, name: string, documents: readonly object[]) => {
  const lines = documents.map((document) => JSON.stringify(document)).join('\n');
  const { added, updated, errors } = await workbench.importLines(name, 'upsert', lines);
  if (errors.length > 0) throw new Error(`${name}.jsonl: ${JSON.stringify(errors[0])}`);
  return added + updated;
};

/**
 * Fills an empty cloud at `url` with the demo library (the JSON Lines beside this file, one a collection, instants
 * as `{"$date": …}`, days near today as `{"$daysFromToday": …}`, and what follows from its loans and holds) and has it
 * indexed; one that was interrupted is completed. Answers how many documents each collection got. Throws when a
 * document is refused.
 */
export const loadSeed = async (
  url: string,
  folder = __dirname,
): Promise<Readonly<Record<string, number>>> => {
  const workbench = workbenchAt(url);
  const seed = await readSeed(folder, libraryDay(new Date((await workbench.clock()).now)));
  const loaded: Record<string, number> = {};
  for (const [name, documents] of Object.entries(seed))
    loaded[name] = await loadCollection(workbench, name, documents);
  if ((loaded['books'] ?? 0) > 0) await reindex(workbench, 'all');
  return loaded;
};
