import type { Output } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import type { CategoryName } from '../../ports/binding';
import type { digitalCardActions } from '../../contract/digital-card';
import type { Patron } from '../../domain/patrons/patron';
import { standingOf } from '../../domain/patrons/standing';

type Read = typeof digitalCardActions.readCardCode;

/** A card as the phone and the desk show it, with how its membership stands on the library day of `now`. */
export const shownCard = async (
  { categoryName }: { readonly categoryName: CategoryName },
  { card, name, category, status, endsOn }: Patron,
  now: Date,
): Promise<Output<Read>> => ({
  card,
  name,
  category,
  categoryName: (await categoryName(category)) ?? category,
  endsOn,
  standing: standingOf(status, endsOn, libraryDay(now)),
});
