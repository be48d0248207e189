import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import { readTitleCirculation } from '../domain/records/read-title-circulation';
import type { SomeDocument } from './copy-documents';
import { picksOf } from '../domain/holds/pick-list';
import { waits } from '../domain/holds/queue';
import { freeAmong } from '../domain/loans/copy';
import type { TitleCirculation } from '../domain/records/title-circulation';
import { copiesOf } from './cloud-circulation';
import type { Clock } from '../../kernel/clock';
import { libraryDay, type Day } from '../../kernel/library-day';
import type { Copy } from '../ports/records';

type Standing = { readonly status: Copy['status']; readonly dueOn: string | null };

/** What staff fetch from the shelves; the copies are read only where somebody waits. */
const picksNow = async (database: Database, title: TitleCirculation, today: Day) => {
  if (!title.holds.some((hold) => waits(hold, today))) return [];
  const copies = await copiesOf(database, title.bookId);
  const free = new Set(freeAmong(copies, title));
  const standing = copies.filter(({ barcode }) => free.has(barcode));
  return picksOf(title, standing, today);
};

/**
 * How the copies of a book stand that somebody has, that are kept for a hold or that staff fetch for one, by barcode: as circulation decides on
 * them, with the due day that a renewal may have moved since the copy was lent. One call, one document; one more where
 * somebody waits.
 */
export const cloudCopyStandings =
  (database: Database, now: Clock) =>
  async (bookId: string): Promise<ReadonlyMap<string, Standing>> => {
    const document = await documentById<SomeDocument>(database, 'title_circulation', bookId);
    const title = readTitleCirculation(bookId, document).value;
    const { loans, holds } = title;
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
    const picked = (await picksNow(database, title, libraryDay(now()))).map(
      ({ barcode }) => [barcode, { status: 'on-hold-shelf', dueOn: null }] as const,
    );
    return new Map<string, Standing>([...picked, ...kept, ...lent]);
  };
