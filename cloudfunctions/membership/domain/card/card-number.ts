import type { Day } from '../../../kernel/library-day';

/** A card number as it is printed on the card: letters, digits and hyphens. */
export const cardNumberPattern = /^[A-Za-z0-9-]{3,32}$/;

/** A card number that the library gives out: prefix, the year's last two digits, five digits in turn. */
export const issuedCardNumber = (prefix: string, today: Day, serial: number): string =>
  `${prefix}${today.slice(2, 4)}${String(serial).padStart(5, '0')}`;
