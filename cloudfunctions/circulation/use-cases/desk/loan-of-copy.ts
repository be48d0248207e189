import type { Loan } from '../../domain/loans/loan';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
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
 * The loan of a copy that is still out, or its last one; null where it was never lent. Its title knows the one that is
 * out, unless staff moved the copy to another book meanwhile: the loan itself then tells.
 */
export const lastLoanOf = async (
  records: CirculationRecords,
  { loans }: TitleCirculation,
  barcode: string,
): Promise<Loan | null> => {
  const known = loans.find((open) => open.barcode === barcode) ?? (await records.lastLoanOf(barcode));
  return known && (await records.loan(known.loanId));
};

/** Whether it is a loan, and its copy is still out. */
export const isOut = (loan: Loan | null): loan is Loan => loan?.returnedOn === null;

/** The loan of a copy that is still out; null where nobody has it. */
export const openLoanOf = async (
  records: CirculationRecords,
  title: TitleCirculation,
  barcode: string,
): Promise<Loan | null> => {
  const known = await lastLoanOf(records, title, barcode);
  return isOut(known) ? known : null;
};

/** An account without a loan that has ended. */
export const withoutLoan = (
  account: PatronCirculation,
  { loanId }: Pick<Loan, 'loanId'>,
): PatronCirculation => ({
  ...account,
  openLoans: account.openLoans.filter((open) => open.loanId !== loanId),
});

/** A title without what it knew of a copy that is handed in. */
export const withoutLoanOf = (title: TitleCirculation, barcode: string): TitleCirculation => ({
  ...title,
  loans: title.loans.filter((open) => open.barcode !== barcode),
});
