import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { reindex } from '../reindex';

type LoadReport = { readonly added: number; readonly errors: readonly unknown[] };

const loadCollection = async (url: string, file: string): Promise<number> => {
  const name = basename(file, '.jsonl');
  const response = await fetch(`${url}/workbench/collections/${name}/import?mode=insert`, {
    method: 'POST',
    body: await readFile(file),
  });
  if (!response.ok)
    throw new Error(`${file}: the cloud answered ${response.status}: ${await response.text()}`);
  const { added, errors } = (await response.json()) as LoadReport;
  if (errors.length > 0) throw new Error(`${file}: ${JSON.stringify(errors[0])}`);
  return added;
};

/**
 * Fills an empty cloud at `url` with the demo library (the JSON Lines beside this file, one a collection, instants
 * as `{"$date": …}`) and has it indexed. Answers how many documents each collection got. Throws when a document is
 * refused.
 */
export const loadSeed = async (
  url: string,
  folder = __dirname,
): Promise<Readonly<Record<string, number>>> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).toSorted();
  const loaded: Record<string, number> = {};
  for (const name of files) loaded[basename(name, '.jsonl')] = await loadCollection(url, join(folder, name));
  if ((loaded['books'] ?? 0) > 0) await reindex(url, 'all', () => undefined);
  return loaded;
};
