import { auditLine, byStaff, maskCard } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { deskCodeActions } from '../../contract/staff';
import { deskCodeMs } from '../../domain/card/code';
import type { CardReads } from '../../ports/binding';
import type { DeskCode, DeskRecords, SealOf, WithDesk } from '../../ports/staff';

type Issue = typeof deskCodeActions.issueDeskCode;
type Needs = {
  readonly reads: Pick<CardReads, 'patron' | 'cardAs'>;
  readonly withDesk: WithDesk;
  readonly sealOf: SealOf;
  readonly now: Clock;
};

/** What the seal of a code proves: for which card it is, who gave it, and until when. */
export const sealed = ({ id, card, staff, until }: DeskCode): string =>
  `desk/${id}/${card}/${staff}/${until}`;

/** The code that this very request made before, or a new one with its line in the audit log. */
const keepCode = async (
  records: DeskRecords,
  staff: StaffCaller,
  code: DeskCode,
  { requestKey, at }: { readonly requestKey: string; readonly at: Date },
): Promise<DeskCode> => {
  const before = await records.deskCode(code.id);
  if (before !== null) return before;
  await records.keepDeskCode(code);
  const about = { card: code.card, pseudonym: await records.pseudonymOf(code.card) };
  const deed = { action: 'membership.issueDeskCode', reason: code.reason, requestKey, at };
  await records.audit(auditLine(byStaff(staff), about, deed));
  return code;
};

/** Makes out a code for the patron who stands at the desk. The same request gets the same code. */
export const issueDeskCode =
  ({ reads, withDesk, sealOf, now }: Needs) =>
  async (caller: StaffCaller, { card: typed, reason, requestKey }: Parsed<Issue>): Promise<Answer<Issue>> => {
    const card = await reads.cardAs(typed);
    const patron = await reads.patron(card);
    if (patron === null) return refuse({ code: 'no-such-card' as const });
    const at = now();
    const id = await sealOf(`desk-id/${caller.openid}/${requestKey}`);
    if (id === null) return refuse({ code: 'no-key' as const });
    const until = at.getTime() + deskCodeMs;
    const wanted = { id, card, staff: caller.openid, reason, until, isUsed: false };
    const kept = await withDesk((records) => keepCode(records, caller, wanted, { requestKey, at }));
    if (kept.card !== card || kept.reason !== reason) return refuse({ code: 'invalid-request' as const });
    const seal = await sealOf(sealed(kept));
    if (seal === null) return refuse({ code: 'no-key' as const });
    return ok({ code: `${id}${seal}`, until: kept.until, maskedCard: maskCard(card), name: patron.name });
  };
