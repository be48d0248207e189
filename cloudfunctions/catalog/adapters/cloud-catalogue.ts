import type { CopyRecord } from '../domain/works/book-record';
import type { Catalogue, ReadRecords } from '../ports';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { misnumberedDocuments } from '../../kernel/wechat/misnumbered-documents';
import { placeOf, readBook, readCopy, type Document, type Understood } from './read-book';

const understood = <T>(
  documents: readonly Document[],
  read: (document: Document) => Understood<T>,
): ReadRecords<T> => {
  const all = documents.map(read);
  return {
    records: all.flatMap(({ record }) => record ?? []),
    faults: all.flatMap(({ faults }) => faults),
  };
};

const idsPerQuery = 1000;

const inChunks = async <T>(ids: readonly string[], read: (some: string[]) => Promise<readonly T[]>) => {
  const all: T[] = [];
  for (let start = 0; start < ids.length; start += idsPerQuery)
    all.push(...(await read(ids.slice(start, start + idsPerQuery))));
  return all;
};

type Books = Pick<Catalogue, 'books' | 'booksAfter' | 'existing'>;
type Copies = Pick<Catalogue, 'copiesAfter' | 'copiesOf'>;

const cloudBooks = (database: Database): Books => {
  const { command } = database;
  const books = database.collection('books');
  const withIds = (some: string[]) => books.where({ _id: command.in(some) }).limit(idsPerQuery);
  return {
    books: async (ids) =>
      understood(await inChunks(ids, (some) => documentsOf<Document>(withIds(some))), readBook),
    booksAfter: async (id, limit) => {
      const query = books.where({ _id: command.gt(id) }).orderBy('_id', 'asc');
      const documents = await documentsOf<Document>(query.limit(limit));
      return { ...understood(documents, readBook), ids: documents.map(({ _id }) => _id) };
    },
    existing: async (ids) => {
      const found = await inChunks(ids, (some) => documentsOf<Document>(withIds(some).field({ _id: true })));
      return found.map(({ _id }) => _id);
    },
  };
};

/** What circulation tells of copies. */
type Circulation = Pick<Catalogue, 'unknownItemCategories'> & {
  /** Which copies of these books are fetched for a hold, by barcode. */
  readonly pickedOf: (
    bookIds: readonly string[],
    copies: readonly CopyRecord[],
  ) => Promise<ReadonlySet<string>>;
};

/** A copy that is fetched for a hold is nobody else's any more, though it stands on its shelf. */
const asFound = (read: ReadRecords<CopyRecord>, picked: ReadonlySet<string>): ReadRecords<CopyRecord> => ({
  ...read,
  records: read.records.map((copy) =>
    picked.has(copy.barcode) ? { ...copy, status: 'on-hold-shelf' as const } : copy,
  ),
});

const cloudCopies = (database: Database, { pickedOf }: Circulation): Copies => {
  const { command } = database;
  const copiesOfSome = async (bookIds: string[]): Promise<ReadRecords<CopyRecord>> => {
    const bookId = command.in(bookIds);
    const read = understood(await everyDocument<Document>(database, 'copies', { bookId }), readCopy);
    const isAnyFree = read.records.some(({ status }) => status === 'available');
    return isAnyFree ? asFound(read, await pickedOf(bookIds, read.records)) : read;
  };
  return {
    copiesAfter: async (barcode, limit) => {
      const query = database.collection('copies').where({ _id: command.gt(barcode) });
      const documents = await documentsOf<Document>(query.orderBy('_id', 'asc').limit(limit));
      return { places: documents.map(placeOf), faults: understood(documents, readCopy).faults };
    },
    copiesOf: async (bookIds) => {
      const parts = await inChunks(bookIds, async (some) => [await copiesOfSome(some)]);
      return {
        records: parts.flatMap(({ records }) => records),
        faults: parts.flatMap(({ faults }) => faults),
      };
    },
  };
};

/** Records and copies as librarians keep them, parsed on read; circulation tells what it knows of them. */
export const cloudCatalogue = (database: Database, circulation: Circulation): Catalogue => ({
  ...cloudBooks(database),
  ...cloudCopies(database, circulation),
  branchIds: async () => {
    const branches = await everyDocument<Document>(database, 'branches', {}, { _id: true });
    return branches.map(({ _id }) => _id);
  },
  unknownItemCategories: circulation.unknownItemCategories,
  misnumbered: (collection) => misnumberedDocuments(database, collection),
});
