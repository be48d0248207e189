import { isDay } from '../../kernel/library-day';
import type { DocumentFault } from '../../kernel/document-fault';
import { longestId } from '../../kernel/longest-id';
import { writtenText } from '../../kernel/typed-value';
import { copyStatuses, type BookRecord, type CopyRecord, type CopyStatus } from '../domain/works/book-record';
import { classNumberPattern, languagePattern } from '../domain/codes';
import { canonicalIsbn } from '../domain/terms/isbn';
import type { CopyPlace } from '../ports';
import { fieldReader } from './field-reader';

export type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;

/** A document as it was understood; undefined where what makes it one is missing. */
export type Understood<T> = { readonly record: T | undefined; readonly faults: readonly DocumentFault[] };

/**
 * So much of a field is shown and searched, in UTF-16 units; the document keeps all. A whole record of this size is
 * what one setData may carry.
 */
const longest = { title: 500, name: 100, text: 200, summary: 3000 };
const mostNames = 30;
const mostIsbns = 20;

/** A copy with a number for a barcode comes with its book, though no walk by barcode meets it. */
const canBeAskedFor = (id: unknown): boolean => typeof id === 'string' && id.length <= longestId.record;

const isLanguage = (text: string): boolean => languagePattern.test(text);
const isClass = (text: string): boolean => classNumberPattern.test(text);

/** A document of `books`. Without a title, or with a number too long to ask for, it is no record; any other wrong field is left out or cut, and named. */
export const readBook = (document: Document): Understood<BookRecord> => {
  const read = fieldReader(`books/${document._id}`, document);
  const isNumbered = canBeAskedFor(document._id);
  if (!isNumbered) read.note('_id', 'too-long');
  const title = read.requiredText('title', longest.title);
  const isbns = read.texts('isbns', longest.name, mostIsbns).flatMap((text) => {
    const isbn = canonicalIsbn(text);
    if (isbn === undefined) read.note('isbns', 'not-an-isbn');
    return isbn ?? [];
  });
  const namesIn = (field: string) => [...new Set(read.texts(field, longest.name, mostNames))];
  const rest = {
    authors: namesIn('authors'),
    publisher: read.text('publisher', longest.text),
    year: read.integer('year', 1, 2100),
    isbns: [...new Set(isbns)],
    language: read.formed('language', isLanguage, 'not-a-language'),
    subjects: namesIn('subjects'),
    clc: read.formed('clc', isClass, 'not-a-class'),
    callNumber: read.text('callNumber', longest.text),
    summary: read.text('summary', longest.summary),
    addedOn: read.formed('addedOn', isDay, 'not-a-day'),
  };
  const record = title === null || !isNumbered ? undefined : { bookId: document._id, title, ...rest };
  return { record, faults: read.faults };
};

const isStatus = (status: string | null): status is CopyStatus =>
  copyStatuses.some((known) => known === status);

/** A document of `copies`. Without its book, its branch or a known status it can't be shown. */
export const readCopy = (document: Document): Understood<CopyRecord> => {
  const read = fieldReader(`copies/${document._id}`, document);
  const isNumbered = canBeAskedFor(document._id);
  if (!isNumbered) read.note('_id', 'too-long');
  const bookId = read.requiredText('bookId', longestId.record);
  const branchId = read.requiredText('branchId', longestId.branch);
  const status = read.requiredText('status', longest.text);
  if (status !== null && !isStatus(status)) read.note('status', 'unknown-status');
  const rest = {
    shelf: read.text('shelf', longest.text),
    callNumber: read.text('callNumber', longest.text),
    dueOn: read.formed('dueOn', isDay, 'not-a-day'),
    loans: read.integer('loans', 0, 1_000_000) ?? 0,
  };
  const isWhole = isNumbered && bookId !== null && branchId !== null && isStatus(status);
  const record = isWhole ? { barcode: document._id, bookId, branchId, status, ...rest } : undefined;
  return { record, faults: read.faults };
};

/** Where a copy says it belongs, even where something else keeps it from being shown. */
export const placeOf = ({ _id, bookId, branchId, itemCategory }: Document): CopyPlace => ({
  barcode: _id,
  bookId: writtenText(bookId),
  branchId: writtenText(branchId),
  itemCategory: writtenText(itemCategory),
});
