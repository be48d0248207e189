import {
  patronOfRecords,
  titleOfRecords,
  type HoldOfTitle,
} from '../../cloudfunctions/circulation/domain/records/circulation-records';
import type { Fine } from '../../cloudfunctions/circulation/domain/fines/fine';
import type { Loan, LoanEvent } from '../../cloudfunctions/circulation/domain/loans/loan';
import { usualItemCategory } from '../../cloudfunctions/circulation/domain/policies/policy';
import { libraryInstant } from '../../cloudfunctions/kernel/library-day';

type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;
/** The documents of a seed by collection, days in place. */
export type SeedDocuments = Readonly<Record<string, readonly Document[]>>;

/** A loan as the seed writes it; what its copy and its book tell is not written again. */
type SeedLoan = Pick<Loan, 'card' | 'barcode' | 'borrowedOn' | 'dueOn'> &
  Partial<Loan> & { readonly _id: string };
/** A hold with how it stands in its queue. */
type SeedHold = HoldOfTitle & { readonly _id: string; readonly placedAt: unknown };
type Copy = Pick<Loan, 'bookId' | 'branchId'> & { readonly _id: string; readonly status: string };
type Book = Pick<Loan, 'title' | 'authors'> & { readonly _id: string };

const byId = <T extends { readonly _id: string }>(documents: readonly T[]): ReadonlyMap<string, T> =>
  new Map(documents.map((document) => [document._id, document]));

const known = <T>(found: ReadonlyMap<string, T>, id: string, what: string): T => {
  const document = found.get(id);
  if (document === undefined) throw new Error(`the seed has no ${what} ${id}`);
  return document;
};

const at = (day: string) => ({ $date: libraryInstant(day, '10:00').toISOString() });

const line = (kind: LoanEvent['kind'], day: string, from: string | null, to: string | null) => ({
  at: at(day),
  kind,
  from,
  to,
});

const historyOf = ({ borrowedOn, dueOn, returnedOn }: SeedLoan) => [
  line('borrowed', borrowedOn, null, dueOn),
  ...(returnedOn ? [line('returned', returnedOn, dueOn, null)] : []),
];

const loanDocument = (loan: SeedLoan, copy: Copy, { title, authors }: Book) => ({
  renewals: 0,
  returnedOn: null,
  recalled: false,
  reportedLost: false,
  claimedReturned: false,
  finesFixed: 0,
  ...loan,
  bookId: copy.bookId,
  branchId: copy.branchId,
  title,
  authors,
  itemCategory: usualItemCategory,
  history: historyOf(loan),
});

const holdDocument = ({ _id, card, bookId, barcode, branchId, placedAt }: SeedHold, book: Book) => ({
  _id,
  card,
  bookId,
  barcode,
  branchId,
  placedAt,
  title: book.title,
  authors: book.authors,
  endedOn: null,
  end: null,
});

const under = <T extends object>(key: keyof T, record: T): Document => {
  const { [key]: _id, ...rest } = record;
  return { _id: String(_id), ...rest };
};

/** In the order in which they were placed; `{ $date }` in ISO sorts as text. */
const inOrder = (holds: readonly SeedHold[]): readonly SeedHold[] =>
  holds.toSorted((a, b) => (JSON.stringify(a.placedAt) < JSON.stringify(b.placedAt) ? -1 : 1));

/**
 * The seed's loans and holds with what their copies and books tell, and the documents of titles and patrons that follow
 * from them: the same that lending, returning and placing holds would have left.
 */
export const completeCirculation = (seed: SeedDocuments): SeedDocuments => {
  if (seed['loans'] === undefined) return seed;
  const of = (name: string) => (seed[name] ?? []) as unknown;
  const books = byId(of('books') as readonly Book[]);
  const copies = byId(of('copies') as readonly Copy[]);
  const fines = of('fines') as readonly Fine[];
  const loans = (of('loans') as readonly SeedLoan[]).map((loan) => {
    const copy = known(copies, loan.barcode, 'copy');
    return loanDocument(loan, copy, known(books, copy.bookId, 'book'));
  });
  const holds = inOrder(of('holds') as readonly SeedHold[]);
  const facts = loans.map((loan) => ({ ...loan, loanId: loan._id }));
  const queue = holds.map(({ _id: holdId, ...hold }) => ({ ...hold, holdId }));
  const bookIds = [...new Set([...copies.values()].map(({ bookId }) => bookId))];
  const free = (id: string) =>
    [...copies.values()].filter(({ bookId, status }) => bookId === id && status === 'available');
  return {
    ...seed,
    loans,
    holds: holds.map((hold) => holdDocument(hold, known(books, hold.bookId, 'book'))),
    title_circulation: bookIds.map((id) =>
      under(
        'bookId',
        titleOfRecords(
          id,
          facts,
          queue,
          free(id).map(({ _id }) => _id),
        ),
      ),
    ),
    patron_circulation: (of('patrons') as readonly Document[]).map(({ _id }) =>
      under('card', patronOfRecords(_id, facts, queue, fines)),
    ),
  };
};
