import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import type { StaffRole } from '../../../kernel/person';
import { recallRequest, rememberRequest } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { staffActions } from '../../contract/staff';
import { isStaffCode, normalCode } from '../../domain/card/code';
import type { StaffRecords, WithStaff } from '../../ports/staff';
import { guessCode } from '../card/guess-code';

type Become = typeof staffActions.becomeStaff;
type Needs = { readonly withStaff: WithStaff; readonly now: Clock };
type Given = Parsed<Become>;

const request = 'becomeStaff';

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
  now: Date,
): Promise<StaffRole> => {
  const before = await records.member(openid);
  const given = before?.role === 'admin' ? before.role : role;
  const done = { key: requestKey, request, answer: given };
  const doneRequests = rememberRequest(before?.doneRequests ?? [], done, now);
  await records.removeStaffCode(code);
  await records.keepMember({ openid, role: given, name, doneRequests });
  const actor = { kind: 'staff' as const, openid, role: given };
  const line = { patron: null, maskedCard: null, result: 'done', requestKey, at: now };
  await records.audit({ actor, action: 'membership.becomeStaff', ...line });
  return given;
};

/** Gives the caller's WeChat the role of a code, which is used up. Wrong codes count as guesses of the WeChat. */
export const becomeStaff =
  ({ withStaff, now }: Needs) =>
  ({ openid }: Caller, given: Given): Promise<Answer<Become>> => {
    const at = now();
    return withStaff(async (records): Promise<Answer<Become>> => {
      const done = (await records.member(openid))?.doneRequests ?? [];
      const recalled = recallRequest(done, given.requestKey, request, at);
      if (recalled.kind === 'done') return ok({ role: recalled.answer as StaffRole });
      if (recalled.kind === 'of-another-request') return refuse({ code: 'invalid-request' });
      const guess = await guessCode(records, openid, at);
      if (guess.kind === 'wait') return refuse({ code: 'too-many-tries', until: guess.until });
      const code = await goodCode(records, given.code, at);
      if (code !== null) return ok({ role: await take(records, openid, code, given, at) });
      await guess.count();
      return refuse({ code: 'wrong-code' });
    });
  };
