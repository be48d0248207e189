import { CloudError } from '../cloud-error';
import type { CollectionConsole, RawDocument } from './collection-console';

export type ImportMode = 'insert' | 'upsert';
export type LineFault = { readonly line: number; readonly code: string; readonly message: string };
export type ImportReport = {
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly errors: readonly LineFault[];
};

type Numbered = { readonly line: number; readonly document: RawDocument };
type Tally = { read: number; added: number; updated: number; readonly errors: LineFault[] };

const AT_ONCE = 500;

const parseLine = (text: string): RawDocument => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CloudError('not-json', error instanceof Error ? error.message : String(error));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CloudError('not-a-document', 'a line must be a JSON object');
  return value as RawDocument;
};

/** Runs `write` for a line; what it fails with becomes the line's fault. */
const noting = async (tally: Tally, line: number, write: () => Promise<void>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    tally.errors.push({ line, code: error.code, message: error.message });
  }
};

/** Many at once; when one of them is refused, none was taken, and each is tried alone to find which. */
const insertBatch = async (to: CollectionConsole, name: string, batch: readonly Numbered[], tally: Tally) => {
  try {
    await to.insert(
      name,
      batch.map(({ document }) => document),
    );
    tally.added += batch.length;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    for (const { line, document } of batch)
      await noting(tally, line, async () => {
        await to.insert(name, [document]);
        tally.added += 1;
      });
  }
};

const upsertBatch = async (to: CollectionConsole, name: string, batch: readonly Numbered[], tally: Tally) => {
  for (const { line, document } of batch)
    await noting(tally, line, async () => {
      const { _id: id } = document;
      if (typeof id === 'string') tally[await to.replace(name, id, document)] += 1;
      else if (id === undefined) {
        await to.insert(name, [document]);
        tally.added += 1;
      } else throw new CloudError('not-a-document', '_id must be a string');
    });
};

/**
 * Imports JSON Lines as the cloud console does. A line that can't be taken is reported with its number, counted
 * from 1, and the others are imported; empty lines are passed over.
 */
export const importLines = async (
  to: CollectionConsole,
  name: string,
  lines: AsyncIterable<string>,
  mode: ImportMode,
): Promise<ImportReport> => {
  const tally: Tally = { read: 0, added: 0, updated: 0, errors: [] };
  const write = mode === 'insert' ? insertBatch : upsertBatch;
  let batch: Numbered[] = [];
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const line = number;
    const content = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (content.trim() === '') continue;
    tally.read += 1;
    await noting(tally, line, () => Promise.resolve(void batch.push({ line, document: parseLine(content) })));
    if (batch.length < AT_ONCE) continue;
    await write(to, name, batch, tally);
    batch = [];
  }
  if (batch.length > 0) await write(to, name, batch, tally);
  tally.errors.sort((one, other) => one.line - other.line);
  return tally;
};
