import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import type { BookRecord } from '../../cloudfunctions/catalog/domain/book-record';
import { writeFrequencies } from '../../cloudfunctions/catalog/domain/term-frequencies';
import { workDocuments } from '../../cloudfunctions/catalog/domain/work-document';

const perRequest = 2000;

type Report = { readonly errors: readonly { readonly message: string }[] };

const importLines = async (url: string, collection: string, documents: readonly object[]): Promise<void> => {
  const response = await fetch(`${url}/workbench/collections/${collection}/import?mode=insert`, {
    method: 'POST',
    // Making the next documents takes longer than the server keeps a connection open.
    headers: { connection: 'close' },
    body: documents.map((document) => JSON.stringify(document)).join('\n'),
  });
  const { errors } = (await response.json()) as Report;
  if (!response.ok || errors.length > 0)
    throw new Error(`${collection}: ${errors[0]?.message ?? response.statusText}`);
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
    return work;
  });
  const current = { _id: 'current', frequent: writeFrequencies(counts), books: books.length };
  await importLines(url, 'catalog_statistics', [current]);
  progress(`${works} works indexed`);
  return works;
};
