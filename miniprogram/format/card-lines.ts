import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { meWording, standingWording } from '../wording/zh-CN/me';
import { dayLabel } from './day-labels';

type BoundCard = NonNullable<Output<ActionOf<'membership.session'>>['card']>;

export type CardLines = {
  readonly name: string;
  readonly number: string;
  readonly facts: string;
  /** Why it does not work, if it does not. */
  readonly warning: string;
};

/** What kind of membership it is, and until when. */
export const cardFacts = (card: Pick<BoundCard, 'categoryName' | 'endsOn'>, today: string): string =>
  [
    card.categoryName,
    card.endsOn === null ? meWording.endless : meWording.endsOn(dayLabel(card.endsOn, today)),
  ].join(' · ');

/** A bound card in lines, as its own patron reads it on `today`. */
export const cardLines = (card: BoundCard, today: string): CardLines => ({
  name: card.name,
  number: card.maskedCard,
  facts: cardFacts(card, today),
  warning: standingWording[card.standing],
});
