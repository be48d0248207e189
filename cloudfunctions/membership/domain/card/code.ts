/** Letters and digits that nobody takes for another. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Half of a code that the library makes out: which one it is, or its seal. */
export const halfCode = 8;

/** A code as it was typed or scanned: capitals, spaces and hyphens do not matter. */
export const normalCode = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '');

/** Whether a text, as `normalCode` gives it, may be a code of the library's: two halves of its alphabet. */
export const isCode = (text: string): boolean =>
  text.length === 2 * halfCode && Array.from(text).every((letter) => codeAlphabet.includes(letter));

/** Which code a text names, and the seal that must prove it; null where it can be none of the library's. */
export const readCode = (text: string): { readonly id: string; readonly seal: string } | null => {
  const code = normalCode(text);
  return isCode(code) ? { id: code.slice(0, halfCode), seal: code.slice(halfCode) } : null;
};

/** A desk code is good for less than five minutes. Source: identity and privacy, 6. */
export const deskCodeMs = 290_000;
/** An invitation to become staff, or to a family link, is good for a day. */
export const invitationMs = 86_400_000;
/** A code that is typed into the console must be so long, or it could be guessed. */
export const shortestStaffCode = 12;

/** Whether a text may be a code that makes somebody staff. */
export const isStaffCode = (text: string): boolean =>
  text.length >= shortestStaffCode && /^[A-Za-z0-9-]+$/.test(text);
