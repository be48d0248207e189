import type { Clock } from '../../kernel/clock';
import { libraryDay } from '../../kernel/library-day';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import { picksOf } from '../domain/holds/pick-list';
import { freeAmong, type LentCopy } from '../domain/loans/copy';
import { isItemCategory } from '../domain/policies/item-categories';
import { readTitleCirculation } from '../domain/records/read-title-circulation';
import type { Copy } from '../ports/records';
import { itemCategoriesNow } from './cloud-policies';
import type { SomeDocument } from './copy-documents';

type Standing = { readonly status: Copy['status']; readonly dueOn: string | null };

/**
 * How the copies of a book stand that somebody has or that are kept for a hold, by barcode: as circulation decides on
 * them, with the due day that a renewal may have moved since the copy was lent. One call, one document.
 */
export const cloudCopyStandings =
  (database: Database) =>
  async (bookId: string): Promise<ReadonlyMap<string, Standing>> => {
    const document = await documentById<SomeDocument>(database, 'title_circulation', bookId);
    const { loans, holds } = readTitleCirculation(bookId, document).value;
    const kept = holds.flatMap(({ keptBarcode, state }) =>
      keptBarcode === null
        ? []
        : [
            [
              keptBarcode,
              { status: state === 'ready' ? 'on-hold-shelf' : 'in-transit', dueOn: null },
            ] as const,
          ],
    );
    const lent = loans.map(({ barcode, dueOn }) => [barcode, { status: 'on-loan', dueOn }] as const);
    return new Map<string, Standing>([...kept, ...lent]);
  };

type ShelvedCopy = Pick<LentCopy, 'barcode' | 'bookId' | 'branchId' | 'status'>;

/**
 * Which of these copies staff fetch from their shelves for holds that wait, so that nobody else finds them there: all
 * the copies of some books, a thousand books at most. One call, which reads what somebody waits for.
 */
const pickedCopies =
  (database: Database, now: Clock) =>
  async (bookIds: readonly string[], copies: readonly ShelvedCopy[]): Promise<ReadonlySet<string>> => {
    const today = libraryDay(now());
    const waitedFor = { _id: database.command.in([...bookIds]), 'holds.state': 'waiting' };
    const documents = await everyDocument<SomeDocument>(database, 'title_circulation', waitedFor);
    return new Set(
      documents.flatMap((document) => {
        const title = readTitleCirculation(document._id, document).value;
        const own = copies.filter(({ bookId }) => bookId === title.bookId);
        const free = new Set(freeAmong(own, title));
        const standing = own.filter(({ barcode }) => free.has(barcode));
        return picksOf(title, standing, today).map(({ barcode }) => barcode);
      }),
    );
  };

/** Which of the item categories that copies name librarians did not list; none where they listed none. One call. */
const unknownItemCategories =
  (database: Database) =>
  async (named: readonly string[]): Promise<readonly string[]> => {
    const listed = await itemCategoriesNow(database)();
    return named.filter((category) => !isItemCategory(listed, category));
  };

/** What catalog asks about copies to check and to index them. */
export const cloudCopiesTold = (database: Database, now: Clock) => ({
  pickedOf: pickedCopies(database, now),
  unknownItemCategories: unknownItemCategories(database),
});
