import { maskCard } from '../../../kernel/audit';
import type { Clock } from '../../../kernel/clock';
import type { Output } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import type { membership } from '../../contract';
import type { Binding } from '../../domain/card/card-binding';
import { patronGone, type Patron } from '../../domain/patrons/patron';
import type { CategoryName } from '../../ports/binding';
import { shownCard } from './shown-card';

type BoundCard = Output<typeof membership.bindCard>['card'];
export type ShowNeeds = { readonly categoryName: CategoryName; readonly now: Clock };

/** A bound card as its own patron sees it. */
export const showCard = async (
  { categoryName, now }: ShowNeeds,
  { card, boundAt }: Pick<Binding, 'card' | 'boundAt'>,
  known: Patron | null,
): Promise<BoundCard> => {
  const shown = await shownCard({ categoryName }, known ?? patronGone(card), now());
  const { card: _whole, ...rest } = shown;
  return { ...rest, maskedCard: maskCard(card), boundOn: libraryDay(boundAt) };
};
