import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome } from '../../../kernel/contract';
import type { PersonalKeeper } from '../../../kernel/personal-data';
import { ok } from '../../../kernel/result';
import type { privacyActions } from '../../contract/privacy';
import type { Audit } from '../../ports/binding';
import type { PersonOf } from '../../ports/privacy';
import { lineOfPerson } from './line-of-person';
import { whatFits } from './what-fits';

type Export = typeof privacyActions.exportData;

type Needs = {
  readonly personOf: PersonOf;
  readonly keepers: readonly PersonalKeeper[];
  readonly audit: Audit;
  readonly now: Clock;
};

/** An answer has 6 MB at most. Source: local cloud, limits. */
const mostBytes = 5 * 1024 * 1024;

/** All that is kept of the caller, as it stands, as far as one answer holds; that it was handed out is noted first. */
export const exportData =
  ({ personOf, keepers, audit, now }: Needs) =>
  async ({ openid }: Caller): Promise<Outcome<Export>> => {
    const person = await personOf(openid);
    const line = lineOfPerson(person, { action: 'membership.exportData', at: now() });
    if (line !== null) await audit(line);
    const exported = (await Promise.all(keepers.map((keeper) => keeper.export(person)))).flat();
    return ok({ exportedAt: now().getTime(), ...whatFits(exported, mostBytes) });
  };
