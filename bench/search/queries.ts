import { readFile } from 'node:fs/promises';

/** A query with the records that answer it. */
export type KnownItem = {
  readonly form: string;
  readonly query: string;
  readonly targets: ReadonlySet<string>;
};

type Line = {
  readonly form: string;
  readonly query: string;
  readonly target_id: string;
  readonly also_ok: readonly string[];
};

/** Reads known-item queries from JSON Lines. */
export const readQueries = async (file: string): Promise<KnownItem[]> => {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { form, query, target_id: target, also_ok: others } = JSON.parse(line) as Line;
      return { form, query, targets: new Set([target, ...others]) };
    });
};
