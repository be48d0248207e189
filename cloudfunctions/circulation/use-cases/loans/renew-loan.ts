import { maskCard, type AuditActor } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import { libraryDay, type Day } from '../../../kernel/library-day';
import type { PatronIdentity } from '../../../kernel/person';
import { recallRequest, rememberRequest } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { Parsed } from '../../../kernel/contract';
import type { circulation } from '../../contract';
import { fixFine, latePenalty, suspendedUntil } from '../../domain/fines/fine';
import type { IsClosed } from '../../domain/loans/due-day';
import type { Loan } from '../../domain/loans/loan';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { Policy } from '../../domain/policies/policy';
import { decideRenewal, type RenewalDecision } from '../../domain/loans/renewal-decision';
import type { TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords, ClosedDays, InCirculation } from '../../ports/records';
import { renewingPatron } from './renewal-case';

export type RenewNeeds = {
  readonly inCirculation: InCirculation;
  readonly closedDays: ClosedDays;
  readonly now: Clock;
};

/** Who asks for a renewal, for whom, of what, under which key. */
export type RenewalRequest = {
  readonly actor: AuditActor;
  readonly patron: PatronIdentity;
  readonly loanId: string;
  readonly seenDueOn: Day;
  readonly requestKey: string;
};
type Granted = Extract<RenewalDecision, { granted: true }>;
type Renewed = {
  readonly request: RenewalRequest;
  readonly loan: Loan;
  readonly title: TitleCirculation;
  readonly account: PatronCirculation;
  readonly policy: Policy;
  readonly isClosed: IsClosed;
  readonly decision: Granted;
  readonly at: Date;
};

const requestOf = ({ loanId }: RenewalRequest): string => `renew/${loanId}`;

const withDueDay = <T extends { readonly loanId: string }>(
  loans: readonly T[],
  loanId: string,
  dueOn: Day,
): T[] => loans.map((open) => (open.loanId === loanId ? { ...open, dueOn } : open));

/** What being late cost until today is fixed now: a renewal never makes a fine disappear. */
const fixLateness = ({ loan, account, policy, isClosed, at }: Renewed) => {
  const today = libraryDay(at);
  const penalty = latePenalty(loan.dueOn, today, policy, isClosed, loan.finesFixed);
  return {
    fine: fixFine(loan, penalty, today),
    finesOwed: account.finesOwed + penalty.amount,
    finesFixed: loan.finesFixed + penalty.amount,
    borrowingSuspendedUntil: suspendedUntil(account.borrowingSuspendedUntil, today, penalty.suspensionDays),
  };
};

/** Writes a granted renewal everywhere it shows: loan, title, patron, audit log, and a fine where there is one. */
const write = async (records: CirculationRecords, renewed: Renewed): Promise<void> => {
  const { request, loan, title, account, decision, at } = renewed;
  const { loanId, requestKey, actor, patron } = request;
  const { newDueOn } = decision;
  const { fine, finesFixed, ...owed } = fixLateness(renewed);
  const line = { at, kind: 'renewed', from: loan.dueOn, to: newDueOn, requestKey } as const;
  const history = [...loan.history, line];
  await records.keepLoan({ ...loan, dueOn: newDueOn, renewals: loan.renewals + 1, finesFixed, history });
  await records.keepTitle({ ...title, loans: withDueDay(title.loans, loanId, newDueOn) });
  await records.keepAccount({
    ...account,
    ...owed,
    openLoans: withDueDay(account.openLoans, loanId, newDueOn),
    doneRequests: rememberRequest(
      account.doneRequests,
      { key: requestKey, request: requestOf(request), answer: decision },
      at,
    ),
  });
  if (fine) await records.keepFine(fine);
  await records.audit({
    actor,
    action: 'circulation.renew',
    patron: patron.pseudonym,
    maskedCard: maskCard(patron.card),
    result: 'done',
    requestKey,
    target: loanId,
    at,
  });
};

/**
 * Renews one loan in one transaction: decides on what stands there now, and writes it all or nothing. The same key
 * again gives the answer that it gave and renews nothing; a key of another request is none of this one's. Source: the
 * circulation rules, "Writing".
 */
export const renewOnce =
  ({ inCirculation, closedDays, now }: RenewNeeds) =>
  (request: RenewalRequest): Promise<RenewalDecision | 'of-another-request'> =>
    inCirculation(async (records) => {
      const at = now();
      const { card } = request.patron;
      const account = await records.account(card);
      const known = recallRequest(account.doneRequests, request.requestKey, requestOf(request), at);
      if (known.kind === 'done') return known.answer as Granted;
      if (known.kind === 'of-another-request') return known.kind;
      const loan = await records.loan(request.loanId);
      if (loan?.card !== card) return { granted: false, reasons: [{ code: 'no-such-loan' }] };
      const [title, patron] = [await records.title(loan.bookId), await records.patron(card)];
      const policy = await records.policy(patron?.category ?? '', loan.itemCategory);
      const [isClosed, today] = [await closedDays(loan.branchId), libraryDay(at)];
      const decision = decideRenewal({
        loan,
        policy,
        patron: renewingPatron(account, patron, loan, today),
        title,
        today,
        isClosed,
        seenDueOn: request.seenDueOn,
      });
      if (decision.granted)
        await write(records, { request, loan, title, account, policy, isClosed, decision, at });
      return decision;
    });

/** As the patron, or a member of the family for another. */
export const byPatron = ({ self, patron }: PatronCaller) => ({
  actor: { kind: 'patron', pseudonym: self.pseudonym } as const,
  patron,
});

type Renew = typeof circulation.renew;

/** Renews one loan of the caller's, or of the family member acted for. */
export const renewLoan =
  (needs: RenewNeeds) =>
  async (caller: PatronCaller, input: Parsed<Renew>): Promise<Answer<Renew>> => {
    const { loanId, seenDueOn, requestKey } = input;
    const decision = await renewOnce(needs)({ ...byPatron(caller), loanId, seenDueOn, requestKey });
    if (decision === 'of-another-request') return refuse({ code: 'invalid-request' as const });
    if (!decision.granted) return { ok: false, reasons: decision.reasons };
    return ok({ loanId, newDueOn: decision.newDueOn, renewalsLeft: decision.renewalsLeft });
  };
