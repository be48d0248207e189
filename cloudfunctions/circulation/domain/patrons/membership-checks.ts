import type { Day } from '../../../kernel/library-day';

/** A membership as far as it decides what its patron may do. */
export type Membership = {
  readonly status: 'active' | 'suspended';
  /** Its last day; null = it has none. */
  readonly endsOn: Day | null;
};

/** The membership of a patron's record; whoever has none may do nothing. */
export const membershipOf = (patron: Membership | null): Membership => ({
  status: patron?.status ?? 'suspended',
  endsOn: patron?.endsOn ?? null,
});

/** Why a patron may not renew, borrow or place a hold, whatever the copy is; money in fen. */
export type PatronReason =
  | { readonly code: 'membership-suspended' }
  | { readonly code: 'membership-expired'; readonly endedOn: Day }
  | { readonly code: 'fines-over-limit'; readonly owed: number; readonly limit: number };

/** Staff have suspended the membership. */
export const suspended = ({ status }: Membership): PatronReason | false =>
  status === 'suspended' && { code: 'membership-suspended' };

/** Its last day is over. */
export const expired = ({ endsOn }: Membership, today: Day): PatronReason | false =>
  endsOn !== null && today > endsOn && { code: 'membership-expired', endedOn: endsOn };

/** More is owed than the policy lets stand; without a limit, fines never refuse. Source: the circulation rules, "The policy". */
export const finesOverLimit = (
  { finesOwed: owed }: { readonly finesOwed: number },
  { fineLimit: limit }: { readonly fineLimit: number | null },
): PatronReason | false => limit !== null && owed > limit && { code: 'fines-over-limit', owed, limit };
