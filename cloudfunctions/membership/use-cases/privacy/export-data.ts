import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome } from '../../../kernel/contract';
import type { PersonalKeeper } from '../../../kernel/personal-data';
import { ok } from '../../../kernel/result';
import type { privacyActions } from '../../contract/privacy';
import type { Audit } from '../../ports/binding';
import type { PersonOf } from '../../ports/privacy';
import { ownLine } from './own-line';

type Export = typeof privacyActions.exportData;

type Needs = {
  readonly personOf: PersonOf;
  readonly keepers: readonly PersonalKeeper[];
  readonly audit: Audit;
  readonly now: Clock;
};

/** All that is kept of the caller, as it stands; that it was handed out is noted first. */
export const exportData =
  ({ personOf, keepers, audit, now }: Needs) =>
  async ({ openid }: Caller): Promise<Outcome<Export>> => {
    const person = await personOf(openid);
    const line = ownLine(person, { action: 'membership.exportData', at: now() });
    if (line !== null) await audit(line);
    const exported = (await Promise.all(keepers.map((keeper) => keeper.export(person)))).flat();
    const filled = exported.filter(({ documents }) => documents.length > 0);
    return ok({
      exportedAt: now().getTime(),
      data: Object.fromEntries(filled.map(({ collection, documents }) => [collection, [...documents]])),
      isShortened: filled.some(({ isShortened }) => isShortened),
    });
  };
