import { copyStatuses, type BookRecord, type CopyRecord, type CopyStatus } from '../domain/book-record';
import { canonicalIsbn } from '../domain/isbn';
import type { DocumentFault } from '../ports';
import { fieldReader } from './field-reader';

export type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;

/** A document as it was understood; undefined where what makes it one is missing. */
export type Understood<T> = { readonly record: T | undefined; readonly faults: readonly DocumentFault[] };

/** A document of `books`. Without a title it is no record; any other wrong field is left out and named. */
export const readBook = (document: Document): Understood<BookRecord> => {
  const read = fieldReader(`books/${document._id}`, document);
  const title = read.requiredText('title');
  const isbns = read.texts('isbns').flatMap((text) => {
    const isbn = canonicalIsbn(text);
    if (isbn === undefined) read.note('isbns', 'wrong-value', 'the check digit of an ISBN is wrong');
    return isbn ?? [];
  });
  const rest = {
    authors: read.texts('authors'),
    publisher: read.text('publisher'),
    year: read.integer('year', 1, 2100),
    isbns: [...new Set(isbns)],
    language: read.text('language'),
    subjects: read.texts('subjects'),
    clc: read.text('clc'),
    callNumber: read.text('callNumber'),
    summary: read.text('summary'),
    addedOn: read.day('addedOn'),
  };
  const record = title === null ? undefined : { bookId: document._id, title, ...rest };
  return { record, faults: read.faults };
};

const isStatus = (status: string | null): status is CopyStatus =>
  copyStatuses.some((known) => known === status);

/** A document of `copies`. Without its book, its branch or a known status it can't be shown. */
export const readCopy = (document: Document): Understood<CopyRecord> => {
  const read = fieldReader(`copies/${document._id}`, document);
  const bookId = read.requiredText('bookId');
  const branchId = read.requiredText('branchId');
  const status = read.requiredText('status');
  if (status !== null && !isStatus(status)) read.note('status', 'wrong-value', 'status is not a known one');
  const rest = {
    shelf: read.text('shelf'),
    callNumber: read.text('callNumber'),
    dueOn: read.day('dueOn'),
    loans: read.integer('loans', 0, 1_000_000) ?? 0,
  };
  const isWhole = bookId !== null && branchId !== null && isStatus(status);
  const record = isWhole ? { barcode: document._id, bookId, branchId, status, ...rest } : undefined;
  return { record, faults: read.faults };
};
