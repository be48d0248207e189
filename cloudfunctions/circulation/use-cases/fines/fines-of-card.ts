import type { Clock } from '../../../kernel/clock';
import { libraryDay } from '../../../kernel/library-day';
import { finesOwed, latePenalty, type Fine } from '../../domain/fines/fine';
import { isOverdue, type Loan } from '../../domain/loans/loan';
import type { FineReads } from '../../ports/fines';
import type { CirculationReads, ClosedDays } from '../../ports/records';

export type FinesNeeds = {
  readonly reads: Pick<CirculationReads, 'patron' | 'policy' | 'account' | 'openLoans'>;
  readonly fineReads: Pick<FineReads, 'finesOf'>;
  readonly closedDays: ClosedDays;
  readonly now: Clock;
};

const owedFirst = (a: Fine, b: Fine): number =>
  Number(b.state === 'owed') - Number(a.state === 'owed') ||
  (a.fixedOn === b.fixedOn ? (a.fineId < b.fineId ? -1 : 1) : a.fixedOn < b.fixedOn ? 1 : -1);

const shownFine = ({ card: _card, reason: _reason, ...fine }: Fine) => fine;

/** What each copy that is out too long costs by today; a renewal or return fixes it. */
const soFar = ({ reads, closedDays, now }: FinesNeeds, category: string) => {
  const today = libraryDay(now());
  return async ({ loanId, bookId, title, dueOn, branchId, itemCategory, finesFixed }: Loan) => {
    const policy = await reads.policy(category, itemCategory);
    const isClosed = await closedDays(branchId);
    return { loanId, bookId, title, dueOn, ...latePenalty(dueOn, today, policy, isClosed, finesFixed) };
  };
};

/** What a card owes, by the library day; amounts in fen, what is owed first. `patron` is null where no such card is known. */
export const finesOfCard = async (needs: FinesNeeds, card: string) => {
  const { reads, fineReads, now } = needs;
  const [patron, account, loans, fines] = await Promise.all([
    reads.patron(card),
    reads.account(card),
    reads.openLoans(card),
    fineReads.finesOf(card),
  ]);
  const today = libraryDay(now());
  const overdue = loans.filter((loan) => isOverdue(loan, today)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const until = account.borrowingSuspendedUntil;
  return {
    patron,
    openPayments: account.openPayments,
    told: {
      // Where the sum can't be read, the fines themselves tell.
      owed: account.isDamaged ? finesOwed(fines) : account.finesOwed,
      soFar: await Promise.all(overdue.map(soFar(needs, patron?.category ?? ''))),
      fines: [...fines].sort(owedFirst).map(shownFine),
      borrowingSuspendedUntil: until !== null && until >= today ? until : null,
    },
  };
};
