import type { Day } from '../../../kernel/library-day';

export const membershipStatuses = ['active', 'suspended'] as const;
/** What staff set: a suspended membership is not ended, but may do nothing until they lift it. */
export type MembershipStatus = (typeof membershipStatuses)[number];

export const standings = ['active', 'suspended', 'expired'] as const;
/** How a membership stands today. */
export type Standing = (typeof standings)[number];

/** `endsOn` is the last day of the membership, null where it has none. Suspended goes before expired. */
export const standingOf = (status: MembershipStatus, endsOn: Day | null, today: Day): Standing => {
  if (status === 'suspended') return 'suspended';
  return endsOn !== null && today > endsOn ? 'expired' : 'active';
};
