import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFile } from '../../database/import/formats/open-file';
import { readRecords, type ReadOptions } from '../../database/import/formats/read-file';
import { BookReader, type MappingOptions, type ReadBook } from '../../database/import/read-books';
import type { RejectedRecord } from '../../database/import/formats/raw-record';

const folders: string[] = [];

/** A folder of this test file's own. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  folders.push(folder);
  return folder;
};

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes a file and gives its path. */
export const fileWith = (content: Buffer | string, name = 'records'): string => {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
};

/** All that a file holds, read as the command reads it. */
export const readBooks = async (
  path: string,
  options: ReadOptions & MappingOptions = {},
): Promise<(ReadBook | RejectedRecord)[]> => {
  const file = await openFile(path);
  const found: (ReadBook | RejectedRecord)[] = [];
  for await (const one of new BookReader(options).read(readRecords(file, options, () => undefined)))
    found.push(one);
  return found;
};

/** The one record of a file, which must be a book. */
export const onlyBook = async (
  path: string,
  options: ReadOptions & MappingOptions = {},
): Promise<ReadBook> => {
  const [first, ...more] = await readBooks(path, options);
  if (first?.kind !== 'book' || more.length > 0) throw new Error(JSON.stringify([first, ...more]));
  return first;
};
