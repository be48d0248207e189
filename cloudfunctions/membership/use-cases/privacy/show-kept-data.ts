import type { Caller } from '../../../kernel/caller';
import type { Outcome } from '../../../kernel/contract';
import type { PersonalKeeper } from '../../../kernel/personal-data';
import { ok } from '../../../kernel/result';
import type { privacyActions } from '../../contract/privacy';
import type { PersonOf } from '../../ports/privacy';

type Kept = typeof privacyActions.keptData;

type Needs = {
  readonly personOf: PersonOf;
  readonly keepers: readonly PersonalKeeper[];
};

/** How much is kept of the caller, collection by collection, and what would stay after deleting. */
export const showKeptData =
  ({ personOf, keepers }: Needs) =>
  async ({ openid }: Caller): Promise<Outcome<Kept>> => {
    const person = await personOf(openid);
    const holdings = (await Promise.all(keepers.map((keeper) => keeper.holdings(person)))).flat();
    return ok({ kept: holdings.filter(({ count }) => count > 0) });
  };
