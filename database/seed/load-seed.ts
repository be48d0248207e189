import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { libraryDay, type Day } from '../../cloudfunctions/kernel/library-day';
import { reindex } from '../reindex';
import { nearToday } from './near-today';

type LoadReport = { readonly added: number; readonly updated: number; readonly errors: readonly unknown[] };

/** The day on which the cloud's clock stands, which may have been moved. */
const cloudToday = async (url: string): Promise<Day> => {
  const response = await fetch(`${url}/workbench/state`);
  if (!response.ok) throw new Error(`the cloud answered ${response.status} for its state`);
  const { now } = (await response.json()) as { readonly now: string };
  return libraryDay(new Date(now));
};

const datedLines = (lines: string, today: Day): string =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.stringify(nearToday(JSON.parse(line), today)))
    .join('\n');

const loadCollection = async (url: string, file: string, today: Day): Promise<number> => {
  const name = basename(file, '.jsonl');
  const response = await fetch(`${url}/workbench/collections/${name}/import?mode=upsert`, {
    method: 'POST',
    body: datedLines(await readFile(file, 'utf8'), today),
  });
  if (!response.ok)
    throw new Error(`${file}: the cloud answered ${response.status}: ${await response.text()}`);
  const { added, updated, errors } = (await response.json()) as LoadReport;
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
  const today = await cloudToday(url);
  const loaded: Record<string, number> = {};
  for (const name of files)
    loaded[basename(name, '.jsonl')] = await loadCollection(url, join(folder, name), today);
  if ((loaded['books'] ?? 0) > 0) await reindex(url, 'all', () => undefined);
  return loaded;
};
