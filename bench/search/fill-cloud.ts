import { setImmediate as nextTurn } from 'node:timers/promises';
import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import { storedWork } from '../../cloudfunctions/catalog/adapters/stored-work';
import type { BookRecord } from '../../cloudfunctions/catalog/domain/book-record';
import { writeFrequencies } from '../../cloudfunctions/catalog/domain/term-frequencies';
import { workDocuments } from '../../cloudfunctions/catalog/domain/work-document';
import { workbenchAt } from '../../local/cloud/workbench/workbench-client';

const perRequest = 2000;
/** So many documents are made before the request that carries the last ones has a turn. */
const madeAtATime = 50;

const importLines = async (url: string, collection: string, documents: readonly object[]): Promise<void> => {
  const lines = documents.map((document) => JSON.stringify(document)).join('\n');
  const { errors } = await workbenchAt(url).importLines(collection, 'insert', lines);
  const [fault] = errors;
  if (fault !== undefined) throw new Error(`${collection}, line ${fault.line}: ${fault.message}`);
};

/** Imports in requests of a size that the cloud takes, the next one made ready while the last is written. */
const importAll = async <T>(
  url: string,
  collection: string,
  items: Iterable<T>,
  documentOf: (item: T) => object,
) => {
  let batch: object[] = [];
  let written = Promise.resolve();
  const flush = async () => {
    const full = batch;
    batch = [];
    await written;
    written = importLines(url, collection, full);
  };
  for (const item of items) {
    batch.push(documentOf(item));
    if (batch.length % madeAtATime === 0) await nextTurn();
    if (batch.length === perRequest) await flush();
  }
  await flush();
  await written;
};

const bookDocument = ({ bookId, ...book }: BookRecord) => ({ _id: bookId, ...book });

/**
 * Fills a fresh cloud with records and their index, as a first import does: documents of whole works are made from
 * all records at once, which spares the sweep the merging of works. Answers the number of works.
 */
export const fillCloud = async (
  url: string,
  books: readonly BookRecord[],
  progress: (words: string) => void,
): Promise<number> => {
  await importAll(url, 'books', books, bookDocument);
  progress(`${books.length} records imported`);
  const counts = new Map<string, number>();
  let works = 0;
  const documents = workDocuments(
    books.map((book) => ({ book, copies: [] })),
    chineseScript,
  );
  await importAll(url, 'catalog_index', documents, (work) => {
    works += 1;
    for (const term of work.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return storedWork(work);
  });
  const current = { _id: 'current', frequent: writeFrequencies(counts), books: books.length };
  await importLines(url, 'catalog_statistics', [current]);
  await workbenchAt(url).tidied();
  progress(`${works} works indexed`);
  return works;
};
