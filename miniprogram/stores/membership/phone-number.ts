/** A number as it was typed or pasted: full-width characters are the usual ones, spaces around it do not matter. */
export const typedNumber = (text: string): string => text.normalize('NFKC').trim();

/** Whether the library takes a text for a phone number; only types cross from there, so the rule stands here too. */
export const isPhoneNumber = (text: string): boolean => /^\+?\d[\d -]{5,18}\d$/.test(typedNumber(text));
