import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Book } from '../documents/book';
import type { Copy } from '../documents/copy';
import type { Outcome } from './collection-writer';
import type { BatchOutcome, Sink } from './sink';

/** A file's error (no such folder, a full disk) waits for the next line or the end, where it is thrown. */
const openLines = (path: string): WriteStream => createWriteStream(path).on('error', () => undefined);

const writeLine = async (file: WriteStream, document: object): Promise<void> => {
  if (file.errored) throw file.errored;
  if (!file.write(`${JSON.stringify(document)}\n`)) await once(file, 'drain');
};

/** `books.jsonl` → `books.copies.jsonl`, because the console imports one collection at a time. */
export const copiesFile = (path: string): string => `${path.replace(/\.jsonl?$/u, '')}.copies.jsonl`;

/**
 * Writes the documents as the cloud console imports them, books and copies in a file each. A record that comes twice
 * is written once, since the console's insert would stop at the second. (So only ids are held in memory.)
 */
export const jsonLinesSink = (path: string, today: string): Sink => {
  const files = { books: openLines(path), copies: openLines(copiesFile(path)) };
  const seen = { books: new Set<string>(), copies: new Set<string>() };
  const put = async (name: 'books' | 'copies', document: Copy | Book): Promise<Outcome> => {
    if (seen[name].has(document._id)) return 'unchanged';
    seen[name].add(document._id);
    await writeLine(files[name], document);
    return 'added';
  };
  return {
    batchSize: 500,
    write: async (entries): Promise<BatchOutcome> => {
      const outcome = { books: [] as Outcome[], copies: [] as Outcome[] };
      for (const { book, copies } of entries) {
        outcome.books.push(await put('books', { ...book, addedOn: book.addedOn ?? today }));
        for (const copy of copies) outcome.copies.push(await put('copies', copy));
      }
      return outcome;
    },
    finish: async () => {
      files.books.end();
      files.copies.end();
      await Promise.all([finished(files.books), finished(files.copies)]);
    },
  };
};
