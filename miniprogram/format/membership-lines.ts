import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { applicationFormWording as wording, rightNames } from '../wording/zh-CN/membership/application-form';

type Offer = Output<ActionOf<'membership.onlineCategories'>>['categories'][number];

/** What a membership gives, in one line: 一次借 3 本 · 预约 2 本 · 有效 1 年. */
export const whatItGives = ({
  loanLimit,
  holdLimit,
  rights,
  membershipDays,
}: Pick<Offer, 'loanLimit' | 'holdLimit' | 'rights' | 'membershipDays'>): string =>
  [
    ...(rights.includes('borrow') ? [wording.loans(loanLimit)] : []),
    ...(rights.includes('hold') ? [wording.holds(holdLimit)] : []),
    ...rights.filter((right) => right !== 'borrow' && right !== 'hold').map((right) => rightNames[right]),
    wording.days(membershipDays),
  ].join(' · ');

export type OfferLine = {
  readonly category: string;
  readonly name: string;
  readonly gives: string;
  readonly proof: string;
};

/** A membership that one can apply for, in lines. */
export const offerLine = (offer: Offer): OfferLine => ({
  category: offer.category,
  name: offer.name,
  gives: whatItGives(offer),
  proof: offer.proof === null ? wording.noProof : wording.proofOf(offer.proof),
});
