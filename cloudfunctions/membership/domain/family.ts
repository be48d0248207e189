import { addDays, type Day } from '../../kernel/library-day';

/** So many links and open invitations a card may have. */
export const mostLinks = 20;
const longestDays = 365;

/** The days that may be the last one of a link. */
export const endsAllowed = (today: Day): { readonly earliest: Day; readonly latest: Day } => ({
  earliest: today,
  latest: addDays(today, longestDays),
});

/** A name as others may see it: `**夏`. */
export const maskName = (name: string): string => {
  const characters = Array.from(name);
  return `${'*'.repeat(Math.max(1, characters.length - 1))}${characters.at(-1) ?? ''}`;
};
