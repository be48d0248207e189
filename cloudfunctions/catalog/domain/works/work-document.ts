import { authorNames } from './author';
import type { BookRecord } from './book-record';
import { editionOf, fingerprintOf, shownRecord, type EditionEntry, type HeldBook } from './edition';
import { facetKeys, type FacetKeys } from './facet-keys';
import { hintsOf, termsOf, type NormalRecord } from '../terms/index-terms';
import { normalText } from '../terms/normal-text';
import { soundOf, type Sound } from '../terms/pinyin-terms';
import { arrivedKey, hashText, newestKey, rankKey } from './rank-key';
import type { Script } from '../terms/script';
import { mainTitle } from './title';
import type { MatchText } from '../terms/match-text';
import { workKey } from './work-key';

/** A document of `catalog_index`: a work with its editions, the terms it is found by, and the orders it stands in. */
export type WorkDocument = {
  /** The key of the work and a hash of what the document holds. */
  readonly _id: string;
  readonly key: string;
  readonly books: readonly string[];
  /** Of each of the books with its copies, in the same order. */
  readonly fingerprints: readonly string[];
  readonly editions: readonly EditionEntry[];
  readonly matchText: MatchText;
  readonly terms: readonly string[];
  readonly hints: readonly string[];
  readonly facets: FacetKeys;
  readonly rank: string;
  readonly newest: string;
  /** The order of new arrivals; absent where no edition tells the day it was added. */
  readonly arrived?: string;
};

const maxSubjects = 12;
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

const detailOf = ({ authors, publisher, year, isbns, subjects, clc }: BookRecord): number =>
  3 * Math.min(isbns.length, 1) +
  2 * Math.min(authors.length, 1) +
  (publisher === null ? 0 : 1) +
  (year === null ? 0 : 1) +
  (clc === null ? 0 : 1) +
  Math.min(subjects.length, maxSubjects);

/** A record with everything normalised once. */
type ReadRecord = {
  readonly book: BookRecord;
  readonly normal: NormalRecord;
  readonly main: string;
  readonly sound: Sound;
};

const normalRecord = ({ title, authors, subjects, callNumber }: BookRecord, script: Script): NormalRecord => {
  const normal = (text: string) => normalText(text, script);
  return {
    title: normal(title),
    authors: authors.flatMap(authorNames).map(normal),
    subjects: subjects.slice(0, maxSubjects).map(normal),
    callNumber: normal(callNumber ?? ''),
  };
};

const readRecord = (book: BookRecord, script: Script): ReadRecord => {
  const main = normalText(mainTitle(book.title), script);
  return { book, main, normal: normalRecord(book, script), sound: soundOf(main, script) };
};

/** The terms one record adds to its work, for counting how common they are. */
export const termsOfBook = (book: BookRecord, script: Script): string[] =>
  distinct(termsOf(normalRecord(book, script), book));

const matchTextOf = (records: readonly ReadRecord[]): MatchText => ({
  titles: distinct(records.flatMap(({ main, normal }) => [main, normal.title])),
  authors: distinct(records.flatMap(({ normal }) => normal.authors)),
  subjects: distinct(records.flatMap(({ normal }) => normal.subjects)),
  sounds: distinct(records.flatMap(({ sound }) => sound.full)),
  initials: distinct(records.flatMap(({ sound }) => sound.initials)),
});

const latestOf = <T extends number | string>(values: readonly (T | null)[]): T | null =>
  values.reduce(
    (latest, value) => (value !== null && (latest === null || value > latest) ? value : latest),
    null,
  );

/** The newest edition first; without a year last, and the rest by record number. */
const byYear = (a: EditionEntry, b: EditionEntry): number =>
  (b.year ?? 0) - (a.year ?? 0) || (a.bookId < b.bookId ? -1 : 1);

/** The document of one work from its editions; the order they come in does not matter. */
export const workDocument = (key: string, held: readonly HeldBook[], script: Script): WorkDocument => {
  const prints = new Map(held.map((one) => [one.book.bookId, fingerprintOf(one)]));
  const editions = held.map(editionOf).sort(byYear);
  const fingerprints = editions.map(({ bookId }) => prints.get(bookId) ?? '');
  const records = held.map((one) => readRecord(shownRecord(one), script));
  const copies = held.reduce((sum, one) => sum + one.copies.length, 0);
  const loans = editions.reduce((sum, edition) => sum + edition.loans, 0);
  const detail = Math.max(...held.map(({ book }) => detailOf(book)));
  const rank = rankKey({ loans, copies, editions: editions.length, detail }, key);
  const addedOn = latestOf(editions.map((edition) => edition.addedOn));
  return {
    _id: `${key}/${hashText(editions.map(({ bookId }, i) => `${bookId}${fingerprints[i]}`).join())}`,
    key,
    books: editions.map(({ bookId }) => bookId),
    fingerprints,
    editions,
    matchText: matchTextOf(records),
    terms: distinct(records.flatMap(({ normal, book }) => termsOf(normal, book))),
    hints: distinct(records.flatMap(({ normal, main, sound }) => hintsOf(normal.title, main, sound))),
    facets: facetKeys(editions),
    rank,
    newest: newestKey(latestOf(editions.map(({ year }) => year)), rank),
    ...(addedOn === null ? {} : { arrived: arrivedKey(addedOn, rank) }),
  };
};

/**
 * The documents of many records at once, grouped into works; made one by one, since those of a whole catalogue
 * would fill the memory. For a first import: `catalog_index` may be filled with them directly.
 */
export function* workDocuments(held: Iterable<HeldBook>, script: Script): Generator<WorkDocument> {
  const works = new Map<string, HeldBook[]>();
  for (const one of held) {
    const key = workKey(one.book, script);
    const editions = works.get(key);
    if (editions) editions.push(one);
    else works.set(key, [one]);
  }
  for (const [key, editions] of works) yield workDocument(key, editions, script);
}
