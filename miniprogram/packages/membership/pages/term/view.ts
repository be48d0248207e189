import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { dayLabel } from '../../../../format/day-labels';
import { cardFailureNote, unboundNote } from '../../../../format/session-note';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import type { MembershipTerm } from '../../../../stores/membership/membership-term';
import type { Session } from '../../../../stores/session';
import { standingWording } from '../../../../wording/zh-CN/me';
import { termWording as wording } from '../../../../wording/zh-CN/membership/term-page';

type TermStores = { readonly session: Session; readonly term: MembershipTerm };
type Membership = NonNullable<MembershipTerm['membership']['value']>;

const given = ({ rights, loanLimit, holdLimit }: Membership): readonly string[] => {
  const lines = [
    ...(rights.includes('borrow') ? [wording.loans(loanLimit)] : []),
    ...(rights.includes('hold') ? [wording.holds(holdLimit)] : []),
    ...(rights.includes('preview') ? [wording.preview] : []),
    ...(rights.includes('download') ? [wording.download] : []),
  ];
  return lines.length === 0 ? [wording.nothing] : lines;
};

/** Why it is not prolonged now, and from when it can be. */
function whyNot({ notProlonged }: Membership, today: string) {
  if (notProlonged === null) return { title: '', advice: '', mayApply: false, isByApplication: false };
  const note = failureNote('membership.prolongMembership', notProlonged.code);
  const opensOn = 'opensOn' in notProlonged ? notProlonged.opensOn : null;
  const isOpen = opensOn === null || opensOn <= today;
  return {
    title: note.title,
    advice: isOpen || opensOn === null ? note.advice : wording.opensOn(dayLabel(opensOn, today)),
    mayApply: notProlonged.code === 'apply-again' && isOpen,
    isByApplication: notProlonged.code === 'apply-again',
  };
}

const dayOf = ({ term }: TermStores): string => libraryDayOf(term.membership);

/** What the page of a membership shows. */
export const termFields = {
  status: ({ session, term }: TermStores) =>
    session.status === 'unbound' ? 'unbound' : term.membership.status,
  unbound: ({ session }: TermStores) => unboundNote(session.isReplaced, wording.unboundAdvice),
  failure: ({ session, term }: TermStores) =>
    cardFailureNote(session, 'membership.membership', term.membership.failure),
  outOfDate: ({ term }: TermStores) => outOfDateNote(term.membership, phoneDay()),
  membership: (stores: TermStores) => {
    const { value } = stores.term.membership;
    if (value === null) return null;
    const today = dayOf(stores);
    return {
      name: value.categoryName,
      endsOn: value.endsOn === null ? wording.endless : wording.endsOn(dayLabel(value.endsOn, today)),
      warning: standingWording[value.standing],
      given: given(value),
      prolongTo: value.prolongedTo === null ? '' : wording.prolongTo(dayLabel(value.prolongedTo, today)),
      whyNot: whyNot(value, today),
    };
  },
  isProlonging: ({ term }: TermStores) => term.isProlonging,
  prolongFailure: ({ term }: TermStores) => failureNote('membership.prolongMembership', term.failure),
};
