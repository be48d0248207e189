import type { Day } from '../../../kernel/library-day';
import { circulates, type LentCopy } from '../loans/copy';
import {
  expired,
  finesOverLimit,
  suspended,
  type Membership,
  type PatronReason,
} from '../patrons/membership-checks';
import type { PatronCirculation } from '../records/patron-circulation';
import type { Policy } from '../policies/policy';
import { freeForAnyone } from './queue';
import type { TitleCirculation } from '../records/title-circulation';

type Plain =
  | 'no-such-book'
  | 'no-such-copy'
  | 'no-such-branch'
  | 'no-hold-right'
  | 'already-held'
  | 'already-borrowed'
  | 'nothing-to-lend';
/** Why a hold is not placed, with its details; money in fen. */
export type PlacingReason =
  | { readonly code: Plain }
  | PatronReason
  | { readonly code: 'hold-limit'; readonly limit: number }
  | { readonly code: 'on-shelf'; readonly copies: number };

export type PlacingCase = {
  /** The one copy that is wanted; null = any. */
  readonly barcode: string | null;
  readonly membership: Membership;
  readonly mayHold: boolean;
  readonly holdLimit: number;
  readonly account: PatronCirculation;
  readonly policy: Policy;
  /** With the free copies as they stand now. */
  readonly title: TitleCirculation;
  readonly copies: readonly LentCopy[];
  readonly today: Day;
};
type Check = (asked: PlacingCase) => PlacingReason | false;

const wanted = ({ barcode, copies }: PlacingCase): readonly LentCopy[] =>
  barcode === null ? copies : copies.filter((copy) => copy.barcode === barcode);

/** Free copies that would do. */
const free = ({ barcode, title, account, today }: PlacingCase): number => {
  const some = barcode === null ? title.freeCopies : title.freeCopies.filter((one) => one === barcode);
  return freeForAnyone({ holds: title.holds, freeCopies: some }, account.card, today);
};

/** In the order in which reasons are told. Source: the circulation rules, "Holds". */
const checks: readonly Check[] = [
  ({ membership }) => suspended(membership),
  ({ membership, today }) => expired(membership, today),
  ({ mayHold }) => !mayHold && { code: 'no-hold-right' },
  ({ account, policy }) => finesOverLimit(account, policy),
  ({ account, title }) => title.holds.some(({ card }) => card === account.card) && { code: 'already-held' },
  ({ account, title }) =>
    account.openLoans.some(({ bookId }) => bookId === title.bookId) && { code: 'already-borrowed' },
  ({ account, mayHold, holdLimit: limit }) =>
    mayHold && account.holds.length >= limit && { code: 'hold-limit', limit },
  (asked) => !wanted(asked).some(circulates) && { code: 'nothing-to-lend' },
  (asked) => !asked.policy.allowHoldOnShelf && free(asked) > 0 && { code: 'on-shelf', copies: free(asked) },
];

/** Every reason why a hold can't be placed, the headline first; none where it can. */
export const decidePlacing = (asked: PlacingCase): PlacingReason[] =>
  asked.barcode !== null && wanted(asked).length === 0
    ? [{ code: 'no-such-copy' }]
    : checks.flatMap((check) => check(asked) || []);
