import { addDays, type Day } from '../../kernel/library-day';

/** So many links and open invitations a card may have. */
export const mostLinks = 20;
const longestDays = 365;

/** The days that may be the last one of a link. */
export const endsAllowed = (today: Day): { readonly earliest: Day; readonly latest: Day } => ({
  earliest: today,
  latest: addDays(today, longestDays),
});

/** The cards of a link: `by` sees what `card` has borrowed. */
type Sides = { readonly card: string; readonly by: string };

/** The other side of a link, and whose loans are seen by it, for the one who has this card. */
export const otherSide = ({ card, by }: Sides, own: string) =>
  card === own ? ({ other: by, whose: 'mine' } as const) : ({ other: card, whose: 'theirs' } as const);

/** Whether the last day of a link is over. */
export const hasEnded = ({ endsOn }: { readonly endsOn: Day }, today: Day): boolean => endsOn < today;

/** A name as others may see it: `**夏`. */
export const maskName = (name: string): string => {
  const characters = Array.from(name);
  return `${'*'.repeat(Math.max(1, characters.length - 1))}${characters.at(-1) ?? ''}`;
};
