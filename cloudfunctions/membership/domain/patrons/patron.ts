import type { Day } from '../../../kernel/library-day';
import type { MembershipStatus } from './standing';

/** Someone with a library card, as librarians keep it. */
export type Patron = {
  readonly card: string;
  readonly name: string;
  /** The id of a patron category, such as `undergraduate`; empty where none was written, and no policy is for that. */
  readonly category: string;
  readonly status: MembershipStatus;
  /** The last day of the membership; null = it has none. */
  readonly endsOn: Day | null;
};

/** A patron whom staff have taken off the list: the number is still that of the card, which may do nothing but be unbound. */
export const patronGone = (card: string): Patron => ({
  card,
  name: '',
  category: '',
  status: 'suspended',
  endsOn: null,
});
