import type { Day } from '../../../kernel/library-day';

/** A card number as it is printed on the card: letters, digits and hyphens. */
export const cardNumberPattern = /^[A-Za-z0-9-]{3,32}$/;

/** What keyboards and pasted texts put between the characters: spaces, and marks that are not seen. */
const between = /[\s\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu;

/** A card number as it was typed or pasted: full-width characters are the usual ones, spaces do not matter. */
export const typedCardNumber = (text: string): string => text.normalize('NFKC').replaceAll(between, '');

/** The ways in which the number stands on the card, the likeliest first: phone keyboards begin with small letters. */
export const formsOfCardNumber = (typed: string): readonly [string, string] => [typed, typed.toUpperCase()];

/** A card number that the library gives out: prefix, the year's last two digits, five digits in turn. */
export const issuedCardNumber = (prefix: string, today: Day, serial: number): string =>
  `${prefix}${today.slice(2, 4)}${String(serial).padStart(5, '0')}`;
