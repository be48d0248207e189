import { auditLine, byPatron, type AuditActor } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import { DamagedRecord } from '../../../kernel/damaged-record';
import { libraryDay, type Day } from '../../../kernel/library-day';
import type { Message } from '../../../kernel/message';
import type { PatronIdentity } from '../../../kernel/person';
import { once, type DoneRequest, type OtherRequest } from '../../../kernel/request-keys';
import { ok, type Result } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { Parsed } from '../../../kernel/contract';
import type { circulation } from '../../contract';
import type { IsClosed } from '../../domain/loans/due-day';
import { withDueDay, type Loan } from '../../domain/loans/loan';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { Policy } from '../../domain/policies/policy';
import { decideRenewal, type RenewalDecision } from '../../domain/loans/renewal-decision';
import type { TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords, ClosedDays, InCirculation } from '../../ports/records';
import { fixLateFine } from '../fines/fix-late-fine';
import { renewingPatron } from './renewal-case';

export type RenewNeeds = {
  readonly inCirculation: InCirculation;
  readonly closedDays: ClosedDays;
  readonly now: Clock;
};

/** A renewal that is granted: the new due day, and how many renewals are left. */
export type Granted = Extract<RenewalDecision, { granted: true }>;

/** Who asks for a renewal, for whom, of what, under which key. */
export type RenewalRequest = {
  readonly actor: AuditActor;
  readonly patron: PatronIdentity;
  readonly loanId: string;
  readonly seenDueOn: Day;
  readonly requestKey: string;
  /** What the patron is told of it where it is granted, in the same transaction; nobody is told without it. */
  readonly toTell?: (granted: Granted, at: Date) => Message;
};
type Renewed = {
  readonly request: RenewalRequest;
  readonly loan: Loan;
  readonly title: TitleCirculation;
  readonly account: PatronCirculation;
  readonly policy: Policy;
  readonly isClosed: IsClosed;
  readonly decision: Granted;
  readonly doneRequests: readonly DoneRequest[];
  readonly at: Date;
};

/** Writes a granted renewal everywhere it shows: loan, title, patron, audit log, a fine and a message where there is one. */
const write = async (records: CirculationRecords, renewed: Renewed): Promise<void> => {
  const { request, title, decision, doneRequests, at } = renewed;
  const { loanId, requestKey, actor, patron } = request;
  const { newDueOn } = decision;
  const { loan, account } = await fixLateFine(records, { ...renewed, on: libraryDay(at) });
  const line = { at, kind: 'renewed', from: loan.dueOn, to: newDueOn, requestKey } as const;
  const history = [...loan.history, line];
  await records.keepLoan({ ...loan, dueOn: newDueOn, renewals: loan.renewals + 1, history });
  await records.keepTitle({ ...title, loans: withDueDay(title.loans, loanId, newDueOn) });
  await records.keepAccount({
    ...account,
    openLoans: withDueDay(account.openLoans, loanId, newDueOn),
    doneRequests,
  });
  await records.audit(
    auditLine(actor, patron, { action: 'circulation.renew', requestKey, target: loanId, at }),
  );
  if (request.toTell) await records.tell(request.toTell(decision, at));
};

/**
 * Renews one loan in one transaction: decides on what stands there now, and writes it all or nothing. The same key
 * again gives the answer that it gave and renews nothing; a key of another request is none of this one's. Source: the
 * circulation rules, "Writing".
 */
export const renewOnce =
  ({ inCirculation, closedDays, now }: RenewNeeds) =>
  (request: RenewalRequest): Promise<Result<RenewalDecision, OtherRequest>> =>
    inCirculation(async (records) => {
      const at = now();
      const { card } = request.patron;
      const account = await records.account(card);
      const asked = { key: request.requestKey, request: `renew/${request.loanId}`, at };
      return once<RenewalDecision, never>({ ...asked, done: account.doneRequests }, async (remember) => {
        const loan = await records.loan(request.loanId);
        if (loan?.card !== card) return ok({ granted: false, reasons: [{ code: 'no-such-loan' }] });
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
        const renewed = { request, loan, title, account, policy, isClosed, at };
        if (decision.granted)
          await write(records, { ...renewed, decision, doneRequests: remember(decision) });
        return ok(decision);
      });
    });

/** The same; where a record that decides can't be read, that is the reason, so that other loans still have their turn. */
export const renewOnceOrSay =
  (needs: RenewNeeds) =>
  (request: RenewalRequest): Promise<Result<RenewalDecision, OtherRequest>> =>
    renewOnce(needs)(request).catch((error: unknown) => {
      if (!(error instanceof DamagedRecord)) throw error;
      return ok({ granted: false, reasons: [{ code: 'record-damaged' }] });
    });

/** As the patron, or a member of the family for another. */
export const asPatron = ({ self, patron }: PatronCaller) => ({ actor: byPatron(self), patron });

type Renew = typeof circulation.renew;

/** Renews one loan of the caller's, or of the family member acted for. */
export const renewLoan =
  (needs: RenewNeeds) =>
  async (caller: PatronCaller, input: Parsed<Renew>): Promise<Answer<Renew>> => {
    const { loanId, seenDueOn, requestKey } = input;
    const renewed = await renewOnce(needs)({ ...asPatron(caller), loanId, seenDueOn, requestKey });
    if (!renewed.ok) return renewed;
    const decision = renewed.value;
    if (!decision.granted) return { ok: false, reasons: decision.reasons };
    return ok({ loanId, newDueOn: decision.newDueOn, renewalsLeft: decision.renewalsLeft });
  };
