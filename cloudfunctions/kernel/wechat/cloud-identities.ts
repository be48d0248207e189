import type { FamilyRight } from '../contract';
import type { Day } from '../library-day';
import { staffRoles, type StaffRole } from '../person';
import type { Identities } from '../session';
import { documentsOf, type Database } from './wx-cloud';

/** `see` is part of `renew`. */
const givenBy: Readonly<Record<FamilyRight, readonly FamilyRight[]>> = {
  see: ['see', 'renew'],
  renew: ['renew'],
};

type Binding = { readonly _id: string; readonly pseudonym: string };
type Account = { readonly card?: string };
type Staff = { readonly role?: unknown };
/** `card` lets `by` see what it has; both may end it. */
type FamilyLink = {
  readonly card: string;
  readonly pseudonym: string;
  readonly by: string;
  readonly right: FamilyRight;
  readonly state: string;
  readonly endsOn: Day;
};

const isRole = (role: unknown): role is StaffRole => staffRoles.some((known) => known === role);

/** People as `card_bindings`, `wechat_accounts`, `staff` and `family_links` know them; one query for a bound patron. */
export const cloudIdentities = (database: Database): Identities => {
  const withId = (collection: string, id: string) => database.collection(collection).where({ _id: id });
  return {
    cardOf: async (openid) => {
      const [binding] = await documentsOf<Binding>(
        database.collection('card_bindings').where({ openid }).field({ pseudonym: true }).limit(1),
      );
      if (binding) return { state: 'bound', card: binding._id, pseudonym: binding.pseudonym };
      const [account] = await documentsOf<Account>(withId('wechat_accounts', openid));
      return { state: account?.card === undefined ? 'none' : 'replaced' };
    },
    roleOf: async (openid) => {
      const [member] = await documentsOf<Staff>(withId('staff', openid));
      return isRole(member?.role) ? member.role : null;
    },
    linkedPatron: async (card, linkId, right, today) => {
      const [link] = await documentsOf<FamilyLink>(withId('family_links', linkId));
      const holds =
        link !== undefined &&
        link.by === card &&
        link.state === 'active' &&
        link.endsOn >= today &&
        givenBy[right].includes(link.right);
      return holds ? { card: link.card, pseudonym: link.pseudonym } : null;
    },
  };
};
