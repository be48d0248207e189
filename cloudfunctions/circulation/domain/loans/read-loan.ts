import { libraryDay, type Day } from '../../../kernel/library-day';
import { typedDay } from '../../../kernel/typed-value';
import type { Loan, LoanEvent } from './loan';
import { usualItemCategory } from '../policies/policy';

/** A document of `loans` as it stands: written by circulation, brought from elsewhere, or typed by hand. */
export type LoanDocument = { readonly _id: string } & { readonly [Field in keyof Loan]?: unknown };

/** A due day that nobody can tell never comes: nothing is renewed, and nobody is fined. */
const dueSomeDay: Day = '9999-12-31';
/** A first day that nobody can tell is long ago: no ceiling of a loan's length is stretched. */
const borrowedOnce: Day = '2000-01-01';
/** More than any limit of renewals. */
const manyRenewals = 100_000;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const day = (value: unknown): Day | null => typedDay(value)?.value ?? null;
const count = (value: unknown, otherwise: number): number => {
  const number = Number(value ?? 0);
  return Number.isInteger(number) && number >= 0 ? number : otherwise;
};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isEvent = (value: unknown): value is LoanEvent =>
  typeof value === 'object' && value !== null && 'kind' in value && 'at' in value && value.at instanceof Date;

/** The due day that the history tells last. */
const dueByHistory = (history: readonly LoanEvent[]): Day | null =>
  history.reduce<Day | null>((due, { to }) => day(to) ?? due, null);

/** What the other system said last; where nobody can tell, it said nothing. */
const statedIn = (value: unknown): Pick<Loan, 'stated'> => {
  if (typeof value !== 'object' || value === null) return {};
  const { dueOn, returnedOn, renewals }: { dueOn?: unknown; returnedOn?: unknown; renewals?: unknown } =
    value;
  const due = day(dueOn);
  if (due === null) return {};
  return { stated: { dueOn: due, returnedOn: day(returnedOn), renewals: count(renewals, 0) } };
};

const forgottenIdIn = (value: unknown): Pick<Loan, 'forgottenId'> => {
  const forgottenId = text(value);
  return forgottenId === null ? {} : { forgottenId };
};

/**
 * A loan as it was understood. A day may be written loosely, as `2026/12/1`; where the due day can't be read the one
 * that the history tells holds. What is missing or can't be read never gives more than was meant, and takes no money.
 */
export const readLoan = ({ _id: loanId, ...fields }: LoanDocument): Loan => {
  const history = listOf(fields.history).filter(isEvent);
  const bookId = text(fields.bookId) ?? '';
  const dueOn = day(fields.dueOn) ?? dueByHistory(history) ?? dueSomeDay;
  const [first] = history;
  return {
    loanId,
    card: text(fields.card) ?? '',
    barcode: text(fields.barcode) ?? '',
    bookId,
    title: text(fields.title) ?? bookId,
    authors: listOf(fields.authors).flatMap((author) => text(author) ?? []),
    branchId: text(fields.branchId) ?? '',
    itemCategory: text(fields.itemCategory) ?? usualItemCategory,
    borrowedOn: day(fields.borrowedOn) ?? (first === undefined ? borrowedOnce : libraryDay(first.at)),
    dueOn,
    renewals: count(fields.renewals, manyRenewals),
    returnedOn: (fields.returnedOn ?? null) === null ? null : (day(fields.returnedOn) ?? dueOn),
    recalled: fields.recalled === true,
    reportedLost: fields.reportedLost === true,
    claimedReturned: fields.claimedReturned === true,
    finesFixed: count(fields.finesFixed, 0),
    history,
    ...statedIn(fields.stated),
    ...forgottenIdIn(fields.forgottenId),
  };
};
