/** Who may come to the library's functions. */
export const askers = [
  'visitor',
  'patron',
  'another patron',
  'family member',
  'suspended',
  'expired',
  'librarian',
  'admin',
  'timer',
  'payment platform',
] as const;
export type Asker = (typeof askers)[number];

/** Each patron's card is bound to the WeChat `o-CARD`; a family member has links to the card of `patron`. */
export const cards = {
  patron: '2021000001',
  'another patron': '2021000002',
  'family member': '2021000003',
  suspended: '2021000004',
  expired: '2021000005',
} as const;

/** Those who own something that others may ask for. */
export const owners = ['visitor', 'patron', 'suspended', 'expired'] as const;
export type Owner = (typeof owners)[number];
/** Those of them with a card. */
export const cardOwners = ['patron', 'suspended', 'expired'] as const satisfies readonly Owner[];

export const phones: Readonly<Record<Exclude<Asker, 'timer' | 'payment platform'>, string>> = {
  visitor: 'o-visitor',
  patron: `o-${cards.patron}`,
  'another patron': `o-${cards['another patron']}`,
  'family member': `o-${cards['family member']}`,
  suspended: `o-${cards.suspended}`,
  expired: `o-${cards.expired}`,
  librarian: 'o-librarian',
  admin: 'o-admin',
};

const machines = { timer: 'timer', 'payment platform': 'payment-platform' } as const;

/** The caller as the platform would tell it. */
export const callerOf = (asker: Asker) =>
  asker === 'timer' || asker === 'payment platform'
    ? { kind: machines[asker], openid: '' }
    : { kind: 'phone' as const, openid: phones[asker] };

/** The links of the family member: one to see and one to renew, one that ended, and one between others. */
export const links = {
  see: 'link-see',
  renew: 'link-renew',
  ended: 'link-ended',
  others: 'link-others',
} as const;
