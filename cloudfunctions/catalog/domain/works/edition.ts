import type { Day } from '../../../kernel/library-day';
import type { BookRecord, CopyRecord } from './book-record';
import { hashText } from './rank-key';

/** What a branch holds of an edition. */
export type Holding = {
  readonly branchId: string;
  readonly shelf: string | null;
  readonly copies: number;
  readonly available: number;
};

/** What a result shows of one edition. */
export type EditionEntry = {
  readonly bookId: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly year: number | null;
  readonly language: string | null;
  readonly clc: string | null;
  readonly callNumber: string | null;
  readonly isbns: readonly string[];
  readonly addedOn: Day | null;
  readonly holdings: readonly Holding[];
  readonly loans: number;
};

/** A record with its copies: what an edition is made from. */
export type HeldBook = { readonly book: BookRecord; readonly copies: readonly CopyRecord[] };

/** Each of these books with those of the copies that are its own. */
export const heldBooks = (books: readonly BookRecord[], copies: readonly CopyRecord[]): HeldBook[] => {
  const byBook = new Map<string, CopyRecord[]>();
  for (const copy of copies) byBook.set(copy.bookId, [...(byBook.get(copy.bookId) ?? []), copy]);
  return books.map((book) => ({ book, copies: byBook.get(book.bookId) ?? [] }));
};

const inOrder = (copies: readonly CopyRecord[]): CopyRecord[] =>
  [...copies].sort((a, b) => (a.barcode < b.barcode ? -1 : 1));

/** The record as it is found and shown: where it has no call number, the first of its copies that has one lends its. */
export const shownRecord = ({ book, copies }: HeldBook): BookRecord => {
  if (book.callNumber !== null) return book;
  const callNumber = inOrder(copies).find((copy) => copy.callNumber !== null)?.callNumber ?? null;
  return { ...book, callNumber };
};

const holdingsOf = (copies: readonly CopyRecord[]): Holding[] => {
  const byBranch = new Map<string, Holding>();
  for (const { branchId, shelf, status } of inOrder(copies)) {
    const known = byBranch.get(branchId) ?? { branchId, shelf, copies: 0, available: 0 };
    const available = known.available + (status === 'available' ? 1 : 0);
    byBranch.set(branchId, { ...known, copies: known.copies + 1, available });
  }
  return [...byBranch.values()];
};

const loansOf = (copies: readonly CopyRecord[]): number => copies.reduce((sum, { loans }) => sum + loans, 0);

/** The edition of a record with its copies. */
export const editionOf = (held: HeldBook): EditionEntry => {
  const { summary: _summary, subjects: _subjects, ...shown } = shownRecord(held);
  return {
    ...shown,
    holdings: holdingsOf(held.copies),
    loans: loansOf(held.copies),
  };
};

/** Raised when the documents come out otherwise from the same records: the sweep then renews them all. */
const formatVersion = 4;

/** Changes when anything of the record or its copies changes that a search or its results tell. */
export const fingerprintOf = (held: HeldBook): string => {
  const { summary: _summary, ...told } = shownRecord(held);
  return hashText(JSON.stringify([formatVersion, told, holdingsOf(held.copies), loansOf(held.copies)]));
};
