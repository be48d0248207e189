import type { DocumentFault } from '../kernel/document-fault';
import type { BookRecord, CopyRecord } from './domain/works/book-record';
import type { Facets } from './domain/works/facets';
import type { Look } from './domain/search-plan';
import type { TermFrequencies } from './domain/terms/term-frequencies';
import type { WorkDocument } from './domain/works/work-document';

/** What of a work's document a search reads. */
export type FoundWork = Pick<WorkDocument, '_id' | 'key' | 'editions' | 'matchText' | 'rank' | 'newest'>;

/** One question to the index of works. */
export type Find = Look & {
  /**
   * Works that can't satisfy them are left out before they are read; some that don't may still come, since a work
   * is told more widely than its editions.
   */
  readonly facets: Facets;
  readonly order: 'rank' | 'newest';
  /** Only what comes after this key of that order. */
  readonly after: string;
  readonly limit: number;
};

/** Reads the index of works. */
export type WorkIndex = {
  find(request: Find): Promise<readonly FoundWork[]>;
  /** How common terms are, as of some minutes ago. */
  frequencies(): Promise<TermFrequencies>;
};

/** Works by the day they came. */
export type Arrivals = {
  after(key: string, limit: number): Promise<readonly (FoundWork & { readonly arrived: string })[]>;
  /** How many come before a key of that order, at most `limit`. */
  countBefore(key: string, limit: number): Promise<number>;
};

/** Documents as they were read: what could be understood, and what is wrong with them. */
export type ReadRecords<T> = { readonly records: readonly T[]; readonly faults: readonly DocumentFault[] };

/** Where a copy says it belongs, and what it is; null where it doesn't. */
export type CopyPlace = {
  readonly barcode: string;
  readonly bookId: string | null;
  readonly branchId: string | null;
  readonly itemCategory: string | null;
};
/** Copies in the order of their barcodes, and what is wrong with them. */
export type PlacedCopies = {
  readonly places: readonly CopyPlace[];
  readonly faults: readonly DocumentFault[];
};

/** Books, copies and branches as librarians keep them. */
export type Catalogue = {
  books(ids: readonly string[]): Promise<ReadRecords<BookRecord>>;
  /** The next books in the order of their ids. */
  booksAfter(
    id: string,
    limit: number,
  ): Promise<ReadRecords<BookRecord> & { readonly ids: readonly string[] }>;
  /** Those of these ids that there are books of. */
  existing(ids: readonly string[]): Promise<readonly string[]>;
  /** The next copies in the order of their barcodes: where each says it belongs, and what is wrong with it. */
  copiesAfter(barcode: string, limit: number): Promise<PlacedCopies>;
  /** The codes of the branches that are described. */
  branchIds(): Promise<readonly string[]>;
  /** Those of these item categories that there are not. */
  unknownItemCategories(named: readonly string[]): Promise<readonly string[]>;
  /** Faults of books, or of copies, whose number is no text. */
  misnumbered(collection: 'books' | 'copies'): Promise<readonly DocumentFault[]>;
  copiesOf(bookIds: readonly string[]): Promise<ReadRecords<CopyRecord>>;
};

/** A document of the index as maintenance sees it. */
export type IndexedWork = {
  readonly _id: string;
  readonly key: string;
  readonly books: readonly string[];
  readonly fingerprints: readonly string[];
};

/** Keeps the index of works. */
export type IndexedWorks = {
  holding(bookIds: readonly string[]): Promise<readonly IndexedWork[]>;
  withKeys(keys: readonly string[]): Promise<readonly IndexedWork[]>;
  after(id: string, limit: number): Promise<readonly IndexedWork[]>;
  add(works: readonly WorkDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
};

/** How often searches led to a book. */
export type SearchCounts = {
  /** Counts a query that led to a book, once a day for each group of askers. */
  add(day: string, query: string, group: number): Promise<void>;
  /** Queries since a day with how often they led to a book, the most frequent first; of very many only these. */
  since(day: string): Promise<readonly { readonly query: string; readonly count: number }[]>;
  removeBefore(day: string): Promise<void>;
};

/** The editions of the work that a book belongs to, in order. */
export type EditionsOfWork = {
  of(bookId: string): Promise<
    readonly {
      readonly bookId: string;
      readonly title: string;
      readonly publisher: string | null;
      readonly year: number | null;
      readonly language: string | null;
    }[]
  >;
};

/** How far the sweep has come: through the books by id, then through the index, again and again. */
export type SweepProgress = {
  readonly phase: 'books' | 'index';
  /** The last id seen in this phase. */
  readonly after: string;
  readonly passStartedAt: number;
  /** Books seen and renewed in this pass. */
  readonly seen: number;
  readonly renewed: number;
  /** When the last whole pass began and ended; 0 before the first. */
  readonly lastPassStartedAt: number;
  readonly lastPassEndedAt: number;
  /**
   * The last barcode of the walk through the copies, which keeps its own pace; null at its end, absent in what an older
   * version wrote.
   */
  readonly copiesAfter?: string | null;
  /** The terms counted in this pass so far, as `writeFrequencies` writes them. */
  readonly counting: string;
};

/** Where the sweep keeps how far it has come, from one run to the next. */
export type SweepState = {
  read(): Promise<SweepProgress | undefined>;
  write(progress: SweepProgress): Promise<void>;
};

/** Publishes how common terms are, counted over so many books. */
export type Statistics = {
  publish(frequent: string, books: number): Promise<void>;
};

/** What librarians or an import asked to index at once. */
export type ReindexRequests = {
  /** Book ids, and when everything was asked for, in milliseconds and never in the future. */
  read(
    limit: number,
  ): Promise<{ readonly bookIds: readonly string[]; readonly allSince: number | undefined }>;
  remove(ids: readonly string[]): Promise<void>;
};

/** How copies of a book stand that are lent or kept for somebody, by barcode, whatever their documents say. */
export type CopyStandings = (
  bookId: string,
) => Promise<ReadonlyMap<string, Pick<CopyRecord, 'status' | 'dueOn'>>>;
