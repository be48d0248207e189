import type { Day } from '../../../kernel/library-day';
import type { Loan } from '../../domain/loans/loan';
import type { StatedLoan, TakenOver } from '../../domain/loans/loan-elsewhere';
import type { CirculationRecords, InCirculation } from '../../ports/records';

const isSame = (kept: Loan, stated: StatedLoan): boolean =>
  kept.dueOn === stated.dueOn &&
  kept.returnedOn === stated.returnedOn &&
  kept.renewals === stated.renewals &&
  kept.card === stated.card;

const opened = <T extends { readonly loanId: string }>(
  loans: readonly T[],
  entry: T,
  returnedOn: Day | null,
): T[] => {
  const others = loans.filter(({ loanId }) => loanId !== entry.loanId);
  return returnedOn === null ? [...others, entry] : others;
};

type Taking = {
  readonly records: CirculationRecords;
  readonly stated: StatedLoan;
  readonly kept: Loan | null;
};

/** Writes the loan everywhere it shows: its title, its patron, its copy. */
const write = async ({ records, stated, kept }: Taking, bookId: string, branchId: string, kind: string) => {
  const { loanId, barcode, dueOn, returnedOn, card } = stated;
  const [title, account, book] = [
    await records.title(bookId),
    await records.account(card),
    await records.book(bookId),
  ];
  const copy = await records.copy(barcode);
  const fresh = { recalled: false, reportedLost: false, claimedReturned: false, finesFixed: 0, history: [] };
  const about = { bookId, branchId, title: book?.title ?? bookId, authors: book?.authors ?? [] };
  await records.keepLoan({ ...fresh, ...about, itemCategory: kind, ...kept, ...stated });
  const free = title.freeCopies.filter((one) => one !== barcode);
  await records.keepTitle({
    ...title,
    loans: opened(title.loans, { loanId, barcode, dueOn }, returnedOn),
    freeCopies: returnedOn === null ? free : [...free, barcode],
  });
  await records.keepAccount({
    ...account,
    openLoans: opened(account.openLoans, { loanId, bookId, dueOn }, returnedOn),
  });
  if (copy === null) return;
  const isOut = returnedOn === null;
  await records.markCopy(copy, { status: isOut ? 'on-loan' : 'available', dueOn: isOut ? dueOn : null });
};

/**
 * Takes over one loan from the library's other system, all or nothing. The same loan again changes nothing; one that was
 * returned there is closed here. One whose copy somebody else has here is refused.
 */
export const takeOverLoan =
  ({ inCirculation }: { readonly inCirculation: InCirculation }) =>
  (stated: StatedLoan): Promise<TakenOver> =>
    inCirculation(async (records): Promise<TakenOver> => {
      const copy = await records.copy(stated.barcode);
      if (copy === null) return 'no-such-copy';
      if ((await records.patron(stated.card)) === null) return 'no-such-card';
      const kept = await records.loan(stated.loanId);
      if (kept !== null && isSame(kept, stated)) return 'unchanged';
      const isElsewhere = (await records.title(copy.bookId)).loans.some(
        ({ barcode, loanId }) => barcode === stated.barcode && loanId !== stated.loanId,
      );
      if (isElsewhere && stated.returnedOn === null) return 'on-loan';
      if (kept === null && stated.returnedOn !== null) {
        const about = { bookId: copy.bookId, branchId: copy.branchId, itemCategory: copy.itemCategory };
        const book = await records.book(copy.bookId);
        const plain = {
          recalled: false,
          reportedLost: false,
          claimedReturned: false,
          finesFixed: 0,
          history: [],
        };
        const named = { title: book?.title ?? copy.bookId, authors: book?.authors ?? [] };
        await records.keepLoan({ ...plain, ...about, ...named, ...stated });
        return 'added';
      }
      await write({ records, stated, kept }, copy.bookId, copy.branchId, copy.itemCategory);
      return kept === null ? 'added' : 'updated';
    });
