import { documentRange, type FaultList } from '../../kernel/document-fault';
import type { HeldBook } from '../domain/works/edition';
import type { Script } from '../domain/terms/script';
import { countingBucket, lossyCounter, writeFrequencies } from '../domain/terms/term-frequencies';
import { workDocuments, type WorkDocument } from '../domain/works/work-document';
import { workKey } from '../domain/works/work-key';
import type { Catalogue, IndexedWorks, Statistics } from '../ports';
import { holdBooks } from './hold-books';

export type WholeIndexNeeds = {
  readonly catalogue: Catalogue;
  readonly indexedWorks: IndexedWorks;
  readonly statistics: Statistics;
  readonly faults: FaultList;
  readonly script: Script;
  /** Lets the rest of the process have a turn: the request that writes the last works while the next are made. */
  readonly nextTurn: () => Promise<unknown>;
};

type Place = { readonly key: string; readonly bookId: string };

/** What the cloud gives for one query. */
const booksPerRead = 1000;

const byKey = (one: Place, other: Place): number =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : one.bookId < other.bookId ? -1 : 1;

/** Every book with the key of its work, the books of a work together; broken documents become faults on the way. */
const placesOf = async ({ catalogue, faults, script }: WholeIndexNeeds): Promise<Place[]> => {
  const places: Place[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const read = await catalogue.booksAfter(after, booksPerRead);
    for (const book of read.records) places.push({ key: workKey(book, script), bookId: book.bookId });
    const upTo: string | undefined = read.ids.length < booksPerRead ? undefined : read.ids.at(-1);
    await faults.renewRange(documentRange('books', after, upTo), read.faults);
    after = upTo;
  }
  return places.sort(byKey);
};

/** Cuts the places into parts of about one read each, never within a work. */
function* wholeWorks(places: readonly Place[]): Generator<readonly Place[]> {
  for (let start = 0, end = 0; start < places.length; start = end) {
    end = Math.min(start + booksPerRead, places.length);
    while (end < places.length && places[end]?.key === places[end - 1]?.key) end += 1;
    yield places.slice(start, end);
  }
}

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

/** So many works are made before the rest of the process has a turn. */
const worksAtATime = 50;

const worksOf = async (
  { script, nextTurn }: WholeIndexNeeds,
  held: readonly HeldBook[],
): Promise<WorkDocument[]> => {
  const works: WorkDocument[] = [];
  for (const work of workDocuments(held, script)) {
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
  let held = await holdBooks(needs.catalogue, parts[0] ?? []);
  try {
    for (const [i, { length: books }] of parts.entries()) {
      const [works, next] = await Promise.all([
        worksOf(needs, held),
        holdBooks(needs.catalogue, parts[i + 1] ?? []),
        added,
      ]);
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
