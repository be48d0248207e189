import { libraryDay, type Day } from '../../../kernel/library-day';
import type { IsClosed } from '../../domain/loans/due-day';
import { fixFine, latePenalty, suspendedUntil, type Fine, type LatePenalty } from '../../domain/fines/fine';
import type { Loan } from '../../domain/loans/loan';
import type { Policy } from '../../domain/policies/policy';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { CirculationRecords } from '../../ports/records';

/** A loan that comes to an end, or is renewed, and what its lateness costs by. */
type LateLoan = {
  readonly loan: Loan;
  readonly account: PatronCirculation;
  readonly policy: Policy;
  readonly isClosed: IsClosed;
  /** The day on which its copy came back, or on which it is renewed. */
  readonly on: Day;
  readonly at: Date;
};
type Fixed = {
  readonly penalty: LatePenalty;
  /** As they are to be kept. */
  readonly loan: Loan;
  readonly account: PatronCirculation;
};

const tellFine = (records: CirculationRecords, { fineId, card, title, amount }: Fine, at: Date) =>
  records.tell({
    key: `fine-fixed-${fineId}`,
    openid: null,
    card,
    kind: 'fine-fixed',
    details: { fineId, title, amount },
    at,
  });

/**
 * Fixes what being late cost when a copy came back or its loan is renewed: a renewal never makes a fine disappear.
 * Writes the fine and tells the patron; loan and account are the caller's to write. What was fixed before for the same
 * loan and due day stands, paid or not, and nothing is added to it. Source: the circulation rules, "Fines".
 */
export const fixLateFine = async (
  records: CirculationRecords,
  { loan, account, policy, isClosed, on, at }: LateLoan,
): Promise<Fixed> => {
  const penalty = latePenalty(loan.dueOn, on, policy, isClosed, loan.finesFixed);
  const fine = fixFine(loan, penalty, libraryDay(at));
  if (fine && (await records.fine(fine.fineId))) return { penalty: { ...penalty, amount: 0 }, loan, account };
  if (fine) {
    await records.keepFine(fine);
    await tellFine(records, fine, at);
  }
  return {
    penalty,
    loan: { ...loan, finesFixed: loan.finesFixed + penalty.amount },
    account: {
      ...account,
      finesOwed: account.finesOwed + penalty.amount,
      borrowingSuspendedUntil: suspendedUntil(account.borrowingSuspendedUntil, on, penalty.suspensionDays),
    },
  };
};
