import * as v from 'valibot';
import { BranchId, Count, none, RecordId } from '../kernel/contract-values';
import type { Contract } from '../kernel/contract';
import { copyStatuses } from './domain/works/book-record';
import { classNumberPattern, languagePattern } from './domain/codes';

const Year = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const Cursor = v.pipe(v.string(), v.maxLength(500));
const PageSize = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 10);
const QueryText = v.pipe(v.string(), v.maxLength(200));

/** Where `isExact` is false there are at least so many. */
const Total = v.object({ count: Count, isExact: v.boolean() });

export const searchFields = ['any', 'title', 'author', 'subject', 'isbn', 'call-number'] as const;
export const searchSorts = ['best', 'newest', 'most-borrowed'] as const;
/** Each narrows the result; together they must all hold. `clc` is a class of the 中图法 with all below it, such as `I` or `TP3`. */
const Facets = v.optional(
  v.object({
    branchId: v.optional(BranchId),
    availableNow: v.optional(v.boolean()),
    language: v.optional(v.pipe(v.string(), v.regex(languagePattern))),
    clc: v.optional(v.pipe(v.string(), v.regex(classNumberPattern))),
    yearFrom: v.optional(Year),
    yearTo: v.optional(Year),
  }),
  {},
);

/** One work: its best-matching edition stands for it, counts are over all its editions. */
const WorkCard = v.object({
  workId: v.string(),
  bookId: RecordId,
  title: v.string(),
  authors: v.array(v.string()),
  publisher: v.nullable(v.string()),
  year: v.nullable(Year),
  language: v.nullable(v.string()),
  clc: v.nullable(v.string()),
  callNumber: v.nullable(v.string()),
  isbn: v.nullable(v.string()),
  /** Every record of the work, the shown one first. */
  editionIds: v.array(RecordId),
  copies: Count,
  available: Count,
  /** Where copies stand, branches with a free one first. */
  holdings: v.array(
    v.object({ branchId: BranchId, shelf: v.nullable(v.string()), copies: Count, available: Count }),
  ),
});

const CatalogueRecord = v.object({
  bookId: RecordId,
  title: v.string(),
  authors: v.array(v.string()),
  publisher: v.nullable(v.string()),
  year: v.nullable(Year),
  isbns: v.array(v.string()),
  language: v.nullable(v.string()),
  subjects: v.array(v.string()),
  clc: v.nullable(v.string()),
  callNumber: v.nullable(v.string()),
  summary: v.nullable(v.string()),
});

const Copy = v.object({
  barcode: v.string(),
  branchId: BranchId,
  shelf: v.nullable(v.string()),
  callNumber: v.nullable(v.string()),
  status: v.picklist(copyStatuses),
  /** The day a copy on loan is due back; null when it is not out or not known. */
  dueOn: v.nullable(v.string()),
});

const Edition = v.object({
  bookId: RecordId,
  title: v.string(),
  publisher: v.nullable(v.string()),
  year: v.nullable(Year),
  language: v.nullable(v.string()),
});

export const catalog = {
  /**
   * Works that match, best first by `sort`. Up to `exactUpTo` `total.count` is exact; otherwise `isExact` is false and
   * there are at least so many. `cursor` asks for the next page and is null on the last; a foreign one is
   * `bad-cursor`; a page may be shorter than asked for and still have a next one. An empty `query` with a facet
   * browses what it leaves, a class of the 中图法 for one; without any it finds nothing. `didYouMean` is the likeliest
   * title where nothing had all that was typed.
   */
  search: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({
      query: QueryText,
      field: v.optional(v.picklist(searchFields), 'any'),
      facets: Facets,
      sort: v.optional(v.picklist(searchSorts), 'best'),
      cursor: v.optional(Cursor),
      pageSize: PageSize,
    }),
    output: v.object({
      results: v.array(WorkCard),
      total: Total,
      cursor: v.nullable(Cursor),
      didYouMean: v.nullable(v.string()),
    }),
    refusals: { 'bad-cursor': none },
  },
  /** Up to 8 completions while typing; `bookId` is set when the completion is one book. */
  suggest: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ query: QueryText }),
    output: v.object({
      suggestions: v.array(
        v.object({
          kind: v.picklist(['title', 'author', 'subject']),
          text: v.string(),
          bookId: v.nullable(RecordId),
        }),
      ),
    }),
    refusals: {},
  },
  /**
   * A record with its copies, those to be had soonest first, and the other editions of the work. `foundBy` is the
   * search that led here; it counts once a person a day.
   */
  book: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ bookId: RecordId, foundBy: v.optional(QueryText) }),
    output: v.object({ record: CatalogueRecord, copies: v.array(Copy), editions: v.array(Edition) }),
    refusals: { 'no-such-book': none },
  },
  /** The works that came last, newest first; `thisWeek` counts those of the last seven days, exactly up to `exactUpTo`. */
  newArrivals: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ cursor: v.optional(Cursor), pageSize: PageSize }),
    output: v.object({ results: v.array(WorkCard), thisWeek: Total, cursor: v.nullable(Cursor) }),
    refusals: { 'bad-cursor': none },
  },
  /** The searches that most often led to a book lately; never tied to a person. */
  hotSearches: {
    callers: ['phone'],
    person: 'anyone',
    input: none,
    output: v.object({ queries: v.array(v.string()) }),
    refusals: {},
  },
} as const satisfies Contract;
