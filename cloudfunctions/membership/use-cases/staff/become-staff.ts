import { auditLine, byStaff } from '../../../kernel/audit';
import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed, Reason } from '../../../kernel/contract';
import type { StaffRole } from '../../../kernel/person';
import { once, type DoneRequest } from '../../../kernel/request-keys';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { staffActions } from '../../contract/staff';
import { isStaffCode, normalCode } from '../../domain/card/code';
import type { StaffMember, StaffRecords, WithStaff } from '../../ports/staff';
import { guessCode } from '../card/guess-code';

type Become = typeof staffActions.becomeStaff;
type Needs = { readonly withStaff: WithStaff; readonly now: Clock };
type Given = Parsed<Become>;
type Taking = {
  readonly before: StaffMember | null;
  readonly remember: (answer: StaffRole) => readonly DoneRequest[];
  readonly at: Date;
};

/** A code as it was made out, or exactly as it was typed in the console. */
const goodCode = async (records: StaffRecords, text: string, now: Date) => {
  for (const code of new Set([text, normalCode(text)])) {
    const kept = isStaffCode(code) ? await records.staffCode(code) : null;
    if (kept !== null && (kept.until === null || kept.until > now.getTime()))
      return { code, role: kept.role };
  }
  return null;
};

/** Whoever is an admin already stays one. */
const take = async (
  records: StaffRecords,
  openid: string,
  { code, role }: { readonly code: string; readonly role: StaffRole },
  { name, requestKey }: Given,
  { before, remember, at }: Taking,
): Promise<StaffRole> => {
  const given = before?.role === 'admin' ? before.role : role;
  await records.removeStaffCode(code);
  await records.keepMember({ openid, role: given, name, doneRequests: remember(given) });
  const deed = { action: 'membership.becomeStaff', requestKey, at };
  await records.audit(auditLine(byStaff({ openid, role: given }), null, deed));
  return given;
};

/** Gives the caller's WeChat the role of a code, which is used up. Wrong codes count as guesses of the WeChat. */
export const becomeStaff =
  ({ withStaff, now }: Needs) =>
  ({ openid }: Caller, given: Given): Promise<Answer<Become>> => {
    const at = now();
    return withStaff(async (records): Promise<Answer<Become>> => {
      const before = await records.member(openid);
      const request = `becomeStaff/${normalCode(given.code)}/${given.name}`;
      const asked = { key: given.requestKey, request, done: before?.doneRequests ?? [], at };
      const role = await once(asked, async (remember): Promise<Result<StaffRole, Reason<Become>>> => {
        const guess = await guessCode(records, openid, at);
        if (guess.kind === 'wait') return refuse({ code: 'too-many-tries', until: guess.until });
        const code = await goodCode(records, given.code, at);
        if (code !== null) return ok(await take(records, openid, code, given, { before, remember, at }));
        await guess.count();
        return refuse({ code: 'wrong-code' });
      });
      return role.ok ? ok({ role: role.value }) : role;
    });
  };
