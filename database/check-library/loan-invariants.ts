import { differences, grouped, type Invariant, type LibraryDocuments } from './library-documents';

const openLoans = ({ loans }: LibraryDocuments) =>
  loans.filter(({ returnedOn }) => (returnedOn ?? null) === null);

/** Whatever has something by its own list or by the loans. */
const ids = (documents: readonly { readonly _id: string }[], others: Iterable<string>): ReadonlySet<string> =>
  new Set([...documents.map(({ _id }) => _id), ...others]);

/** What a patron's document says is on loan is what the loans say. */
export const patronKnowsLoans: Invariant = (library) => {
  const open = grouped(openLoans(library), ({ card }) => card);
  const told = new Map(
    library.patron_circulation.map((document) => [document._id, document.openLoans ?? []]),
  );
  return [...ids(library.patron_circulation, open.keys())].flatMap((card) =>
    differences(
      `patron_circulation/${card}`,
      (told.get(card) ?? []).map(({ loanId, bookId, dueOn }) => `${loanId} ${bookId} ${dueOn}`),
      (open.get(card) ?? []).map(({ _id, bookId, dueOn }) => `${_id} ${bookId} ${dueOn}`),
    ),
  );
};

/** What a title's document says is on loan is what the loans say. */
export const titleKnowsLoans: Invariant = (library) => {
  const open = grouped(openLoans(library), ({ bookId }) => bookId);
  const told = new Map(library.title_circulation.map((document) => [document._id, document.loans ?? []]));
  return [...ids(library.title_circulation, open.keys())].flatMap((bookId) =>
    differences(
      `title_circulation/${bookId}`,
      (told.get(bookId) ?? []).map(({ loanId, barcode, dueOn }) => `${loanId} ${barcode} ${dueOn}`),
      (open.get(bookId) ?? []).map(({ _id, barcode, dueOn }) => `${_id} ${barcode} ${dueOn}`),
    ),
  );
};

/** Nobody has a copy that somebody else has. */
export const copyIsLentOnce: Invariant = (library) =>
  [...grouped(openLoans(library), ({ barcode }) => barcode)].flatMap(([barcode, loans]) =>
    loans.length > 1 ? [{ at: `copies/${barcode}`, what: `is lent ${loans.length} times` }] : [],
  );

/**
 * A copy is marked on loan exactly when a loan of it is open, with the due day that it was lent for: a renewal tells the
 * title only (decision 0079), and the title's loans are compared on their own. One that was reported lost is missing.
 */
export const copyShowsLoan: Invariant = (library) => {
  const open = openLoans(library);
  const renewed = new Set(open.filter(({ renewals }) => renewals > 0).map(({ barcode }) => barcode));
  const shown = (barcode: string, dueOn: string | null | undefined): string =>
    `${barcode} out until ${renewed.has(barcode) ? 'it was renewed' : (dueOn ?? 'some day')}`;
  const lost = new Set(open.filter(({ reportedLost }) => reportedLost).map(({ barcode }) => barcode));
  const isShown = ({ _id, status }: LibraryDocuments['copies'][number]): boolean =>
    status === (lost.has(_id) ? 'missing' : 'on-loan');
  return differences(
    'copies',
    library.copies
      .filter((copy) => isShown(copy))
      .map(({ _id, dueOn }) => (lost.has(_id) ? `${_id} missing` : shown(_id, dueOn))),
    open.map(({ barcode, dueOn }) => (lost.has(barcode) ? `${barcode} missing` : shown(barcode, dueOn))),
  );
};

/** A renewal stands in the history of its loan; loans from elsewhere may have had more of them. */
export const historyTellsRenewals: Invariant = (library) =>
  library.loans.flatMap(({ _id, renewals, history }) => {
    const lines = (history ?? []).filter(({ kind }) => kind === 'renewed').length;
    return lines > renewals ? [{ at: `loans/${_id}`, what: `${lines} lines for ${renewals} renewals` }] : [];
  });
