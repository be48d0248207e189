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

const phones: Readonly<Record<Exclude<Asker, 'timer' | 'payment platform'>, string>> = {
  visitor: 'o-visitor',
  patron: `o-${cards.patron}`,
  'another patron': `o-${cards['another patron']}`,
  'family member': `o-${cards['family member']}`,
  suspended: `o-${cards.suspended}`,
  expired: `o-${cards.expired}`,
  librarian: 'o-librarian',
  admin: 'o-admin',
};

const kinds = { timer: 'timer', 'payment platform': 'payment-platform' } as const;

/** The caller as the platform would tell it. */
export const callerOf = (asker: Asker) =>
  asker === 'timer' || asker === 'payment platform'
    ? { kind: kinds[asker], openid: '' }
    : { kind: 'phone' as const, openid: phones[asker] };

/** The links of the family member: one to see and one to renew, one that ended, and one between others. */
export const links = {
  see: 'link-see',
  renew: 'link-renew',
  ended: 'link-ended',
  others: 'link-others',
} as const;
