import type { FamilyRight } from '../contract';
import { readFamilyLink } from '../family-link';
import { staffRoles, type StaffRole } from '../person';
import type { Identities } from '../session';
import type { Written } from '../written-fields';
import { documentsOf, type Database } from './wx-cloud';

/** `see` is part of `renew`. */
const givenBy: Readonly<Record<FamilyRight, readonly FamilyRight[]>> = {
  see: ['see', 'renew'],
  renew: ['renew'],
};

type Binding = { readonly _id: string; readonly pseudonym: string };
type Account = { readonly card?: string };
type Staff = { readonly role?: unknown };
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
      const [kept] = await documentsOf<Written & { readonly _id: string }>(withId('family_links', linkId));
      const link = kept === undefined ? null : readFamilyLink(linkId, kept).value;
      const holds = link?.by === card && link.endsOn >= today && givenBy[right].includes(link.right);
      return holds ? { card: link.card, pseudonym: link.pseudonym } : null;
    },
  };
};
