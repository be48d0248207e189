import type { Loan, StandingElsewhere } from './loan';

/** A loan as a row of the library's other system tells of it. */
export type StatedLoan = Pick<Loan, 'card' | 'barcode' | 'borrowedOn'> & StandingElsewhere;
/** What came of taking it over, or why it was not. */
export type TakenOver =
  | 'added'
  | 'updated'
  | 'unchanged'
  | 'no-such-card'
  | 'no-such-copy'
  | 'on-loan'
  | 'kept-for-other'
  | 'returned-here';

/** How a loan stands, as the other system tells of it. */
export const standingOf = ({ dueOn, returnedOn, renewals }: StandingElsewhere): StandingElsewhere => ({
  dueOn,
  returnedOn,
  renewals,
});

const isSame = (one: StandingElsewhere, other: StandingElsewhere): boolean =>
  one.dueOn === other.dueOn && one.returnedOn === other.returnedOn && one.renewals === other.renewals;

/** What follows here from a new statement; `returnedOn` the day it came back there, null where nothing ends here. */
export type Followed =
  'unchanged' | 'returned-here' | { readonly loan: Loan; readonly returnedOn: Loan['returnedOn'] };

/** What it said of the day of a return is its own to correct; a return at the desk here stays. */
const followEnded = (kept: Loan, last: StandingElsewhere, said: StandingElsewhere): Followed => {
  if (said.returnedOn === null) return 'returned-here';
  const returnedOn = kept.returnedOn === last.returnedOn ? said.returnedOn : kept.returnedOn;
  return { loan: { ...kept, returnedOn, stated: said }, returnedOn: null };
};

/** A due day that changed on both sides is the later of the two; what was renewed on each side counts. */
const followOpen = (kept: Loan, last: StandingElsewhere, said: StandingElsewhere): Followed => {
  const isOurs = said.dueOn === last.dueOn || (kept.dueOn !== last.dueOn && kept.dueOn > said.dueOn);
  const renewedHere = kept.history.filter(({ kind }) => kind === 'renewed').length;
  const renewals = Math.max(renewedHere, kept.renewals + said.renewals - last.renewals);
  const loan = { ...kept, dueOn: isOurs ? kept.dueOn : said.dueOn, renewals, stated: said };
  return { loan, returnedOn: said.returnedOn };
};

/**
 * What follows for a loan that is kept here from what the other system says of it now: only what it says otherwise than
 * the last time. A loan that came back here is never opened again. Source: decision 0086.
 */
export const followStated = (kept: Loan, stated: StandingElsewhere): Followed => {
  const said = standingOf(stated);
  const last = kept.stated ?? standingOf(kept);
  if (isSame(last, said)) return 'unchanged';
  return kept.returnedOn === null ? followOpen(kept, last, said) : followEnded(kept, last, said);
};
