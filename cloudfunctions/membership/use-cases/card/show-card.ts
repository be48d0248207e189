import { maskCard } from '../../../kernel/audit';
import type { Clock } from '../../../kernel/clock';
import type { Output } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import type { membership } from '../../contract';
import type { Binding } from '../../domain/card/card-binding';
import { patronGone, type Patron } from '../../domain/patrons/patron';
import { standingOf } from '../../domain/patrons/standing';
import type { CategoryName } from '../../ports/binding';

type BoundCard = Output<typeof membership.bindCard>['card'];
export type ShowNeeds = { readonly categoryName: CategoryName; readonly now: Clock };

/** A bound card as its own patron sees it. */
export const showCard = async (
  { categoryName, now }: ShowNeeds,
  { card, boundAt }: Pick<Binding, 'card' | 'boundAt'>,
  known: Patron | null,
): Promise<BoundCard> => {
  const { name, category, status, endsOn } = known ?? patronGone(card);
  return {
    maskedCard: maskCard(card),
    name,
    category,
    categoryName: (await categoryName(category)) ?? category,
    endsOn,
    standing: standingOf(status, endsOn, libraryDay(now())),
    boundOn: libraryDay(boundAt),
  };
};
