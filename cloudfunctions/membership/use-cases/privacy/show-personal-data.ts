import type { AuditLine } from '../../../kernel/audit';
import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Output, Parsed } from '../../../kernel/contract';
import type { PersonalKeeper } from '../../../kernel/personal-data';
import { ok } from '../../../kernel/result';
import type { privacyActions } from '../../contract/privacy';
import type { LinesAbout, PersonOf } from '../../ports/privacy';

type Kept = typeof privacyActions.keptData;
type Log = typeof privacyActions.accessLog;
type Export = typeof privacyActions.exportData;
type Needs = {
  readonly personOf: PersonOf;
  readonly keepers: readonly PersonalKeeper[];
  readonly linesAbout: LinesAbout;
  readonly now: Clock;
};

/** So many lines stand on one page. */
const perPage = 50;

/** How much is kept of the caller, collection by collection, and what would stay after deleting. */
export const showKeptData =
  ({ personOf, keepers }: Pick<Needs, 'personOf' | 'keepers'>) =>
  async ({ openid }: Caller): Promise<Outcome<Kept>> => {
    const person = await personOf(openid);
    const holdings = (await Promise.all(keepers.map((keeper) => keeper.holdings(person)))).flat();
    return ok({ kept: holdings.filter(({ count }) => count > 0) });
  };

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
  ({ personOf, linesAbout }: Pick<Needs, 'personOf' | 'linesAbout'>) =>
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

/** All that is kept of the caller, as it stands. */
export const exportData =
  ({ personOf, keepers, now }: Omit<Needs, 'linesAbout'>) =>
  async ({ openid }: Caller): Promise<Outcome<Export>> => {
    const person = await personOf(openid);
    const exported = (await Promise.all(keepers.map((keeper) => keeper.export(person)))).flat();
    const filled = exported.filter(({ documents }) => documents.length > 0);
    return ok({
      exportedAt: now().getTime(),
      data: Object.fromEntries(filled.map(({ collection, documents }) => [collection, [...documents]])),
      isShortened: filled.some(({ isShortened }) => isShortened),
    });
  };
