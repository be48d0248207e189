/** A QR code of the digital card is good for so long, in seconds. */
export const cardCodeSeconds = 60;

const mark = 'LC1';

/** What a code says before it is signed: the card, and the second at which it ends. */
export const cardCodeBody = (card: string, endsAt: Date): string =>
  `${mark}.${card}.${Math.floor(endsAt.getTime() / 1000).toString(36)}`;

/** The parts of a code; null where it is none of ours. */
export const readCardCode = (
  text: string,
): {
  readonly body: string;
  readonly card: string;
  readonly endsAt: Date;
  readonly signature: string;
} | null => {
  const [found, card, seconds, signature, ...more] = text.split('.');
  if (found !== mark || !card || !seconds || !signature || more.length > 0) return null;
  if (!/^[0-9a-z]{1,8}$/.test(seconds)) return null;
  const endsAt = new Date(Number.parseInt(seconds, 36) * 1000);
  return { body: [found, card, seconds].join('.'), card, endsAt, signature };
};
