import type { TitleCirculation } from '../records/title-circulation';

/** A copy as far as lending it goes; `status` as librarians and the desk set it. */
export type LentCopy = {
  readonly barcode: string;
  readonly bookId: string;
  /** Where it belongs. */
  readonly branchId: string;
  readonly status: string;
  readonly itemCategory: string;
};

const circulating: ReadonlySet<string> = new Set(['available', 'on-loan', 'on-hold-shelf', 'in-transit']);

/** Whether a copy is ever lent: it is not for use in the library only, missing, or in process. */
export const circulates = ({ status }: Pick<LentCopy, 'status'>): boolean => circulating.has(status);

/** The barcodes that stand free on their shelves: neither lent nor kept for a hold, whatever a status typed by hand says. */
export const freeAmong = (
  copies: readonly Pick<LentCopy, 'barcode' | 'status'>[],
  { loans, holds }: Pick<TitleCirculation, 'loans' | 'holds'>,
): readonly string[] => {
  const taken = new Set([
    ...loans.map(({ barcode }) => barcode),
    ...holds.flatMap(({ keptBarcode }) => keptBarcode ?? []),
  ]);
  return copies
    .filter(({ barcode, status }) => status === 'available' && !taken.has(barcode))
    .map(({ barcode }) => barcode)
    .sort();
};
