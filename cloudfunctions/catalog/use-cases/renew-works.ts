import type { BookRecord } from '../domain/works/book-record';
import type { Script } from '../domain/terms/script';
import { fingerprintOf, heldBooks, type HeldBook } from '../domain/works/edition';
import { workDocuments } from '../domain/works/work-document';
import { workKey } from '../domain/works/work-key';
import type { DocumentFault, FaultList } from '../../kernel/document-fault';
import type { Catalogue, IndexedWork, IndexedWorks } from '../ports';
import { holdBooks } from './hold-books';

export type RenewNeeds = {
  readonly catalogue: Catalogue;
  readonly indexedWorks: IndexedWorks;
  readonly faults: FaultList;
  readonly script: Script;
};

/** Books that were read just now; of an id that is not among them there is no book (any more). */
export type BooksRead = {
  readonly ids: readonly string[];
  readonly books: readonly BookRecord[];
};

/** The books whose place in the index is missing, doubled or made from something else. */
const outdated = (
  ids: readonly string[],
  current: readonly HeldBook[],
  indexed: readonly IndexedWork[],
): Set<string> => {
  const places = new Map<string, string[]>();
  for (const { books, fingerprints } of indexed)
    for (const [i, id] of books.entries()) places.set(id, [...(places.get(id) ?? []), fingerprints[i] ?? '']);
  const wanted = new Map(current.map((one) => [one.book.bookId, fingerprintOf(one)]));
  return new Set(
    ids.filter((id) => {
      const found = places.get(id) ?? [];
      const fingerprint = wanted.get(id);
      return fingerprint === undefined ? found.length > 0 : found.length !== 1 || found[0] !== fingerprint;
    }),
  );
};

/** Reads every edition of the works that the outdated books were in or belong to now. */
const affectedEditions = async (
  { catalogue }: RenewNeeds,
  known: readonly HeldBook[],
  old: readonly IndexedWork[],
): Promise<HeldBook[]> => {
  const have = new Set(known.map(({ book }) => book.bookId));
  const others = [...new Set(old.flatMap(({ books }) => books))].filter((id) => !have.has(id));
  return [...known, ...(await holdBooks(catalogue, others))];
};

/**
 * Makes the index right for these books: new and changed ones are found, moved ones stand in their new work, and
 * those that are gone leave. The new documents come before the old ones go, so no work is missing meanwhile.
 * Answers the ids of the books that had to be renewed.
 */
export const renewWorks = async (needs: RenewNeeds, { ids, books }: BooksRead): Promise<string[]> => {
  if (ids.length === 0) return [];
  const { catalogue, indexedWorks, script } = needs;
  const [copies, indexed] = await Promise.all([catalogue.copiesOf(ids), indexedWorks.holding(ids)]);
  const current = heldBooks(books, copies.records);
  const stale = outdated(ids, current, indexed);
  if (stale.size > 0) {
    const changed = current.filter(({ book }) => stale.has(book.bookId));
    const keys = [...new Set(changed.map(({ book }) => workKey(book, script)))];
    const left = indexed.filter((work) => work.books.some((id) => stale.has(id)));
    const joined = keys.length === 0 ? [] : await indexedWorks.withKeys(keys);
    const old = [...new Map([...left, ...joined].map((work) => [work._id, work])).values()];
    const gone = new Set(ids.filter((id) => !books.some(({ bookId }) => bookId === id)));
    const others = old.map((work) => ({ ...work, books: work.books.filter((id) => !gone.has(id)) }));
    const involved = new Set([...stale, ...others.flatMap((work) => work.books)]);
    const known = current.filter(({ book }) => involved.has(book.bookId));
    const fresh = [...workDocuments(await affectedEditions(needs, known, others), script)];
    const freshIds = new Set(fresh.map(({ _id }) => _id));
    const oldIds = new Set(old.map(({ _id }) => _id));
    await indexedWorks.add(fresh.filter(({ _id }) => !oldIds.has(_id)));
    await indexedWorks.remove(old.map(({ _id }) => _id).filter((id) => !freshIds.has(id)));
  }
  return [...stale];
};

/** Lists what is wrong with these books, and nothing else of them. */
export const renewFaults = (
  { faults }: RenewNeeds,
  ids: readonly string[],
  found: readonly DocumentFault[],
): Promise<void> =>
  faults.renew(
    ids.map((id) => `books/${id}`),
    found,
  );

/** Reads these books and makes the index and the list of faults right for them. */
export const renewBooks = async (needs: RenewNeeds, ids: readonly string[]): Promise<string[]> => {
  const { records, faults } = await needs.catalogue.books(ids);
  const renewed = await renewWorks(needs, { ids, books: records });
  await renewFaults(needs, ids, faults);
  return renewed;
};
