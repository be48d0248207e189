import type { Loan } from '../../domain/loans/loan';
import type { TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords, Copy } from '../../ports/records';

/** A copy that staff removed, as its last loan tells of it; null where it was never lent. */
export const goneCopy =
  (barcode: string) =>
  async (records: CirculationRecords): Promise<Copy | null> => {
    const last = await records.lastLoanOf(barcode);
    const loan = last && (await records.loan(last.loanId));
    if (loan === null) return null;
    const { bookId, branchId, itemCategory } = loan;
    return { barcode, bookId, branchId, itemCategory, shelf: null, status: 'missing', loans: 0 };
  };

/**
 * The loan of a copy that is still out; null where nobody has it. Its title knows it, unless staff moved the copy to
 * another book meanwhile: the loan itself then tells.
 */
export const openLoanOf = async (
  records: CirculationRecords,
  { loans }: TitleCirculation,
  barcode: string,
): Promise<Loan | null> => {
  const known = loans.find((open) => open.barcode === barcode) ?? (await records.lastLoanOf(barcode));
  const loan = known && (await records.loan(known.loanId));
  return loan?.returnedOn === null ? loan : null;
};

/** A title without what it knew of a copy that is handed in. */
export const withoutLoanOf = (title: TitleCirculation, barcode: string): TitleCirculation => ({
  ...title,
  loans: title.loans.filter((open) => open.barcode !== barcode),
});
