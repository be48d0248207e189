import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import { readTitleCirculation } from '../domain/records/read-title-circulation';
import type { SomeDocument } from './copy-documents';
import type { Copy } from '../ports/records';

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
