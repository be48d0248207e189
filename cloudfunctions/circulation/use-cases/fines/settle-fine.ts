import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Output, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { circulation } from '../../contract';
import type { Fine } from '../../domain/fines/fine';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { FineRecords, InFines } from '../../ports/fines';
import { onceAtDesk } from '../desk/once-at-desk';

type Settle = typeof circulation.settleFine;
type Needs = { readonly inFines: InFines; readonly now: Clock };
type Settled = Output<Settle>;
type Settling = {
  readonly staff: StaffCaller;
  readonly given: Parsed<Settle>;
  readonly at: Date;
};

const requestOf = ({ fineId, how }: Parsed<Settle>): string => `settle/${fineId}/${how}`;

const settle = async (
  records: FineRecords,
  { staff, given, at }: Settling,
  fine: Fine,
  account: PatronCirculation,
): Promise<Settled> => {
  const { fineId, how, reason, requestKey } = given;
  const owed = account.finesOwed - fine.amount;
  const answer = { fineId, state: how, owed };
  await records.keepFine({ ...fine, state: how, settledOn: libraryDay(at), reason });
  await records.keepAccount({ ...account, finesOwed: owed });
  const about = { card: fine.card, pseudonym: await records.pseudonymOf(fine.card) };
  const deed = { action: 'circulation.settleFine', result: how, reason, requestKey, target: fineId, at };
  await records.audit(auditLine(byStaff(staff), about, deed));
  return answer;
};

/** Settles a fine that is owed, once: paid at the desk, or waived; what the patron owes goes down by it. */
export const settleFine =
  ({ inFines, now }: Needs) =>
  async (staff: StaffCaller, given: Parsed<Settle>): Promise<Answer<Settle>> =>
    inFines(async (records) => {
      const at = now();
      const fine = await records.fine(given.fineId);
      if (fine === null) return refuse({ code: 'no-such-fine' as const });
      const asked = { requestKey: given.requestKey, request: requestOf(given), at };
      return onceAtDesk(records, staff, asked, async (): Promise<Answer<Settle>> => {
        if (fine.state !== 'owed') return refuse({ code: 'already-settled', state: fine.state });
        const account = await records.account(fine.card);
        return ok(await settle(records, { staff, given, at }, fine, account));
      });
    });
