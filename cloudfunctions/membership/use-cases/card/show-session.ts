import type { Caller } from '../../../kernel/caller';
import type { Outcome } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { StaffRole } from '../../../kernel/person';
import type { membership } from '../../contract';
import type { CardReads } from '../../ports/binding';
import { showCard, type ShowNeeds } from './show-card';

type Needs = ShowNeeds & {
  readonly reads: CardReads;
  readonly roleOf: (openid: string) => Promise<StaffRole | null>;
};

/** Who a WeChat is to the library: its card, whether another WeChat has taken that over, and what staff it is. */
export const showSession =
  (needs: Needs) =>
  async ({ openid }: Caller): Promise<Outcome<typeof membership.session>> => {
    const { reads, roleOf } = needs;
    const [binding, role] = await Promise.all([reads.bindingOf(openid), roleOf(openid)]);
    if (binding === null) {
      const { card } = await reads.wechatAccountOf(openid);
      return ok({ card: null, signedOut: card === null ? null : 'replaced', role });
    }
    const card = await showCard(needs, binding, await reads.patron(binding.card));
    return ok({ card, signedOut: null, role });
  };
