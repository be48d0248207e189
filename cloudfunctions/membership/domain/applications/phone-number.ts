/** A phone number: digits, with spaces or hyphens between them, and a plus before a country. */
export const phoneNumberPattern = /^\+?\d[\d -]{5,18}\d$/;

/** A phone number as it was typed or pasted: full-width characters are the usual ones, spaces around it do not matter. */
export const typedPhoneNumber = (text: string): string => text.normalize('NFKC').trim();
