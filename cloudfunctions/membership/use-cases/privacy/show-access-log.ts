import type { AuditLine } from '../../../kernel/audit';
import type { Caller } from '../../../kernel/caller';
import type { Outcome, Output, Parsed } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { privacyActions } from '../../contract/privacy';
import type { LinesAbout, PersonOf } from '../../ports/privacy';

type Log = typeof privacyActions.accessLog;

type Needs = {
  readonly personOf: PersonOf;
  readonly linesAbout: LinesAbout;
};

/** So many lines stand on one page. */
const perPage = 50;

const shownLine = (
  { actor, action, result, reason, at }: AuditLine,
  pseudonyms: readonly string[],
): Output<Log>['lines'][number] => {
  const who = () => {
    if (actor.kind === 'patron') return pseudonyms.includes(actor.pseudonym) ? 'self' : 'family';
    return actor.kind === 'visitor' ? 'self' : actor.kind;
  };
  const role = actor.kind === 'staff' ? actor.role : null;
  return { at: at.getTime(), who: who(), role, action, result, reason: reason ?? null };
};

/** Who looked at the caller's record or changed it: staff by their role, never by their WeChat. */
export const showAccessLog =
  ({ personOf, linesAbout }: Needs) =>
  async ({ openid }: Caller, { before }: Parsed<Log>): Promise<Outcome<Log>> => {
    const { pseudonyms } = await personOf(openid);
    const from = before === undefined ? null : new Date(before);
    const lines = await linesAbout(pseudonyms, from, perPage + 1);
    const page = lines.slice(0, perPage);
    const last = page.at(-1);
    return ok({
      lines: page.map((line) => shownLine(line, pseudonyms)),
      next: lines.length > perPage && last !== undefined ? last.at.getTime() : null,
    });
  };
