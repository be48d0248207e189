import { setImmediate as nextTurn } from 'node:timers/promises';
import { chineseScript } from '../cloudfunctions/catalog/adapters/chinese-script';
import type { CopyRecord } from '../cloudfunctions/catalog/domain/book-record';
import type { HeldBook } from '../cloudfunctions/catalog/domain/edition';
import { lossyCounter, writeFrequencies } from '../cloudfunctions/catalog/domain/term-frequencies';
import { workDocuments, type WorkDocument } from '../cloudfunctions/catalog/domain/work-document';
import { workKey } from '../cloudfunctions/catalog/domain/work-key';
import { documentRange, type FaultList } from '../cloudfunctions/kernel/document-fault';
import type { Catalogue, Statistics, IndexedWorks } from '../cloudfunctions/catalog/ports';

export type WholeIndexNeeds = {
  readonly catalogue: Catalogue;
  readonly indexedWorks: IndexedWorks;
  readonly statistics: Statistics;
  readonly faults: FaultList;
};

type Place = { readonly key: string; readonly bookId: string };

/** What the cloud gives for one query. */
const booksPerRead = 1000;

const byKey = (one: Place, other: Place): number =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : one.bookId < other.bookId ? -1 : 1;

/** Every book with the key of its work, the books of a work together; broken documents become faults on the way. */
const placesOf = async ({ catalogue, faults }: WholeIndexNeeds): Promise<Place[]> => {
  const places: Place[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const read = await catalogue.booksAfter(after, booksPerRead);
    for (const book of read.records) places.push({ key: workKey(book, chineseScript), bookId: book.bookId });
    const upTo: string | undefined = read.ids.length < booksPerRead ? undefined : read.ids.at(-1);
    await faults.renewRange(documentRange('books', after, upTo), read.faults);
    after = upTo;
  }
  return places.toSorted(byKey);
};

/** Cuts the places into parts of about one read each, never within a work. */
function* wholeWorks(places: readonly Place[]): Generator<readonly Place[]> {
  for (let start = 0, end = 0; start < places.length; start = end) {
    end = Math.min(start + booksPerRead, places.length);
    while (end < places.length && places[end]?.key === places[end - 1]?.key) end += 1;
    yield places.slice(start, end);
  }
}

const holdBooks = async ({ catalogue }: WholeIndexNeeds, ids: readonly string[]): Promise<HeldBook[]> => {
  if (ids.length === 0) return [];
  const [books, copies] = await Promise.all([catalogue.books(ids), catalogue.copiesOf(ids)]);
  const byBook = new Map<string, CopyRecord[]>();
  for (const copy of copies.records) byBook.set(copy.bookId, [...(byBook.get(copy.bookId) ?? []), copy]);
  return books.records.map((book) => ({ book, copies: byBook.get(book.bookId) ?? [] }));
};

/** The documents that stand in the index; a page of them is what the cloud gives for one query. */
const indexedIds = async ({ indexedWorks }: WholeIndexNeeds): Promise<Set<string>> => {
  const ids = new Set<string>();
  for (let after: string | undefined = ''; after !== undefined;) {
    const page = await indexedWorks.after(after, booksPerRead);
    for (const { _id } of page) ids.add(_id);
    after = page.length < booksPerRead ? undefined : page.at(-1)?._id;
  }
  return ids;
};

const removeAll = async ({ indexedWorks }: WholeIndexNeeds, ids: readonly string[]): Promise<void> => {
  for (let start = 0; start < ids.length; start += booksPerRead)
    await indexedWorks.remove(ids.slice(start, start + booksPerRead));
};

/** Terms in fewer works than one in so many are forgotten while counting. */
const countingBucket = 1000;

/** So many works are made before others of this process have a turn: the request that writes the last ones. */
const worksAtATime = 50;

const worksOf = async (held: readonly HeldBook[]): Promise<WorkDocument[]> => {
  const works: WorkDocument[] = [];
  for (const work of workDocuments(held, chineseScript)) {
    works.push(work);
    if (works.length % worksAtATime === 0) await nextTurn();
  }
  return works;
};

/** Adds the works of the whole catalogue, a part at a time: while one is made, the next is read and the last written. */
async function* addWorks(
  needs: WholeIndexNeeds,
  places: readonly Place[],
): AsyncGenerator<{ readonly works: readonly WorkDocument[]; readonly books: number }, void> {
  const parts = [...wholeWorks(places)].map((part) => part.map(({ bookId }) => bookId));
  let added = Promise.resolve();
  let held = await holdBooks(needs, parts[0] ?? []);
  try {
    for (const [i, { length: books }] of parts.entries()) {
      const [works, next] = await Promise.all([worksOf(held), holdBooks(needs, parts[i + 1] ?? []), added]);
      held = next;
      added = needs.indexedWorks.add(works);
      yield { works, books };
    }
  } finally {
    await added;
  }
}

/**
 * Builds the search index of the whole catalogue, as the sweep would in days: whole works at a time, in the order of
 * their keys, so that none has to be merged and neighbours share their places in the index. What stood there before
 * and is no longer right goes at the end, so an index that was built half is completed. Only keys and ids are held in
 * memory. `onIndexed` hears how many of how many books are done. False when it was told to stop before the end.
 */
export const buildWholeIndex = async (
  needs: WholeIndexNeeds,
  onIndexed: (done: number, all: number) => void,
  stop: AbortSignal,
): Promise<boolean> => {
  const outdated = await indexedIds(needs);
  const places = await placesOf(needs);
  const counter = lossyCounter(countingBucket);
  let done = 0;
  for await (const { works, books } of addWorks(needs, places)) {
    for (const { _id, terms } of works) {
      counter.add(terms);
      outdated.delete(_id);
    }
    done += books;
    onIndexed(done, places.length);
    if (stop.aborted) return false;
  }
  await removeAll(needs, [...outdated]);
  await needs.statistics.publish(writeFrequencies(counter.counts()), places.length);
  return true;
};
