import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { libraryDay, type Day } from '../../cloudfunctions/kernel/library-day';
import { type Workbench, workbenchAt } from '../../local/cloud/workbench/workbench-client';
import { reindex } from '../reindex';
import { nearToday } from './near-today';

const datedLines = (lines: string, today: Day): string =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.stringify(nearToday(JSON.parse(line), today)))
    .join('\n');

const loadCollection = async (workbench: Workbench, file: string, today: Day): Promise<number> => {
  const lines = datedLines(await readFile(file, 'utf8'), today);
  const { added, updated, errors } = await workbench.importLines(basename(file, '.jsonl'), 'upsert', lines);
  if (errors.length > 0) throw new Error(`${file}: ${JSON.stringify(errors[0])}`);
  return added + updated;
};

/**
 * Fills an empty cloud at `url` with the demo library (the JSON Lines beside this file, one a collection, instants
 * as `{"$date": …}`, days near today as `{"$daysFromToday": …}`) and has it indexed; one that was interrupted is
 * completed. Answers how many documents each collection got. Throws when a document is refused.
 */
export const loadSeed = async (
  url: string,
  folder = __dirname,
): Promise<Readonly<Record<string, number>>> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).toSorted();
  const workbench = workbenchAt(url);
  const today = libraryDay(new Date((await workbench.clock()).now));
  const loaded: Record<string, number> = {};
  for (const name of files)
    loaded[basename(name, '.jsonl')] = await loadCollection(workbench, join(folder, name), today);
  if ((loaded['books'] ?? 0) > 0) await reindex(workbench, 'all');
  return loaded;
};
