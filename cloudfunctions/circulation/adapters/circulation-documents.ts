import type { Loan } from '../domain/loan';
import { newPatronCirculation, type PatronCirculation } from '../domain/patron-circulation';
import { untouchedTitle, type TitleCirculation } from '../domain/title-circulation';

type Document = { readonly _id: string };
export type LoanDocument = Document & Omit<Loan, 'loanId'>;
export type TitleDocument = Document & Partial<Omit<TitleCirculation, 'bookId'>>;
export type AccountDocument = Document & Partial<Omit<PatronCirculation, 'card'>>;

/** Loans that came from elsewhere may lack what was never true of them. */
export const loanOf = ({ _id, ...fields }: LoanDocument): Loan => ({
  ...fields,
  loanId: _id,
  returnedOn: fields.returnedOn ?? null,
  recalled: fields.recalled ?? false,
  reportedLost: fields.reportedLost ?? false,
  claimedReturned: fields.claimedReturned ?? false,
  finesFixed: fields.finesFixed ?? 0,
  history: fields.history ?? [],
});

export const titleOf = (bookId: string, document: TitleDocument | null): TitleCirculation => {
  const { _id, ...fields } = document ?? { _id: bookId };
  return { ...untouchedTitle(_id), ...fields };
};

export const accountOf = (card: string, document: AccountDocument | null): PatronCirculation => {
  const { _id, ...fields } = document ?? { _id: card };
  return { ...newPatronCirculation(_id), ...fields };
};
