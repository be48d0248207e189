import { isDay } from '../../../kernel/library-day';

/** A PIN as it is compared: full-width digits are digits. */
export const normalPin = (pin: string): string => pin.normalize('NFKC').trim();

const shortest = 6;

/** `2005-03-01` as `20050301` or `050301`. */
const isBirthday = (pin: string): boolean => {
  const digits = /^(?:(?:19|20)\d{2}|\d{2})(\d{2})(\d{2})$/.exec(pin);
  if (!digits) return false;
  const year = pin.length === 8 ? pin.slice(0, 4) : `20${pin.slice(0, 2)}`;
  const [, month = '', date = ''] = digits;
  return isDay(`${year}-${month}-${date}`);
};

const isOfCard = (pin: string, card: string): boolean =>
  pin === card || (pin.length >= shortest && card.endsWith(pin));

/** Like the PINs that cards come with: the card number or its end, or a birthday. */
const isLikeDefault = (pin: string, card: string): boolean => isOfCard(pin, card) || isBirthday(pin);

/** Characters that follow each other at the same distance: `111111`, `123456`, `fedcba`. */
const isRow = (pin: string): boolean => {
  const codes = Array.from(pin, (character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step);
};

/**
 * Whether a PIN must be changed before it binds a card: staff set it (`mustChange`), or it is one that anybody who knows
 * the patron would try. Source: identity and privacy, 9.
 */
export const isDefaultPin = (
  pin: string,
  { card, mustChange }: { card: string; mustChange: boolean },
): boolean => mustChange || isLikeDefault(pin, card);

/** Whether a new PIN is too easily guessed; whichever is not is no default PIN either. */
export const isWeakPin = (pin: string, { card, oldPin }: { card: string; oldPin: string }): boolean =>
  pin.length < shortest || pin === oldPin || isRow(pin) || isLikeDefault(pin, card);

/** Why a PIN that is right does not bind a card: it must be changed and no new one came, or the new one is weak. */
export const pinRefusal = (
  pin: string,
  newPin: string | undefined,
  { card, mustChange }: { readonly card: string; readonly mustChange: boolean },
): 'default-pin' | 'weak-pin' | undefined => {
  if (newPin !== undefined) return isWeakPin(newPin, { card, oldPin: pin }) ? 'weak-pin' : undefined;
  return isDefaultPin(pin, { card, mustChange }) ? 'default-pin' : undefined;
};
