import { auditLine, byStaff, maskCard } from '../../../kernel/audit';
import type { PatronCaller, StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok, refuse } from '../../../kernel/result';
import type { circulation } from '../../contract';
import { finesOwed, latePenalty, type Fine } from '../../domain/fines/fine';
import { isOverdue, type Loan } from '../../domain/loans/loan';
import type { FindPlatform, FineReads, InFines } from '../../ports/fines';
import type { CirculationReads, ClosedDays } from '../../ports/records';

type Needs = {
  readonly reads: Pick<CirculationReads, 'patron' | 'policy' | 'account' | 'openLoans'>;
  readonly fineReads: Pick<FineReads, 'finesOf'>;
  readonly closedDays: ClosedDays;
  readonly platform: FindPlatform;
  readonly inFines: InFines;
  readonly now: Clock;
};

const owedFirst = (a: Fine, b: Fine): number =>
  Number(b.state === 'owed') - Number(a.state === 'owed') ||
  (a.fixedOn === b.fixedOn ? (a.fineId < b.fineId ? -1 : 1) : a.fixedOn < b.fixedOn ? 1 : -1);

const shownFine = ({ card: _card, reason: _reason, ...fine }: Fine) => fine;

/** What each copy that is out too long costs by today; a renewal or return fixes it. */
const soFar = ({ reads, closedDays, now }: Needs, category: string) => {
  const today = libraryDay(now());
  return async ({ loanId, bookId, title, dueOn, branchId, itemCategory, finesFixed }: Loan) => {
    const policy = await reads.policy(category, itemCategory);
    const isClosed = await closedDays(branchId);
    return { loanId, bookId, title, dueOn, ...latePenalty(dueOn, today, policy, isClosed, finesFixed) };
  };
};

const finesOfCard = async (needs: Needs, card: string) => {
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
    told: {
      // Where the sum can't be read, the fines themselves tell.
      owed: account.isDamaged ? finesOwed(fines) : account.finesOwed,
      soFar: await Promise.all(overdue.map(soFar(needs, patron?.category ?? ''))),
      fines: [...fines].sort(owedFirst).map(shownFine),
      borrowingSuspendedUntil: until !== null && until >= today ? until : null,
    },
  };
};

/** What a patron owes, what it is so far for copies still out, and what was settled. */
export const listFines =
  (needs: Needs) =>
  async ({ patron: { card } }: PatronCaller): Promise<Outcome<typeof circulation.fines>> => {
    const [{ told }, platform] = await Promise.all([finesOfCard(needs, card), needs.platform()]);
    return ok({ ...told, paysOnline: platform !== null });
  };

type AtDesk = typeof circulation.finesAtDesk;

/** The same for staff, who say why they look; the patron can see that they did. */
export const listFinesAtDesk =
  (needs: Needs) =>
  async (staff: StaffCaller, { card, reason }: Parsed<AtDesk>): Promise<Outcome<AtDesk>> => {
    const { patron, told } = await finesOfCard(needs, card);
    if (patron === null) return refuse({ code: 'no-such-card' });
    await needs.inFines(async (records) =>
      records.audit(
        auditLine(
          byStaff(staff),
          { card, pseudonym: await records.pseudonymOf(card) },
          { action: 'circulation.finesAtDesk', reason, at: needs.now() },
        ),
      ),
    );
    return ok({ maskedCard: maskCard(card), ...told });
  };
