import { maskCard } from '../../kernel/audit';
import type { Output } from '../../kernel/contract';
import { libraryDay } from '../../kernel/library-day';
import type { membership } from '../contract';
import type { Binding } from '../domain/card-binding';
import type { Patron } from '../domain/patron';
import { standingOf } from '../domain/standing';
import type { CategoryName, Clock } from '../ports';

type BoundCard = Output<typeof membership.bindCard>['card'];
export type ShowNeeds = { readonly categoryName: CategoryName; readonly now: Clock };

/** Staff have taken the patron off the list: the card can do nothing, but what is bound can be unbound. */
const gone = (card: string): Patron => ({ card, name: '', category: '', status: 'suspended', endsOn: null });

/** A bound card as its own patron sees it. */
export const showCard = async (
  { categoryName, now }: ShowNeeds,
  { card, boundAt }: Pick<Binding, 'card' | 'boundAt'>,
  known: Patron | null,
): Promise<BoundCard> => {
  const { name, category, status, endsOn } = known ?? gone(card);
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
