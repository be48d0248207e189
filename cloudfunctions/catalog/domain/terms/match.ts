import { beginsWithHan, characters, compact } from './normal-text';
import { typedPinyin } from './pinyin-terms';
import { slipBetween, slipsForgiven } from './slip';
import type { MatchText } from './match-text';

/** How well a work answers a query, from 0 to 100; from `full` on, all that was typed is in it. */
export const quality = {
  exact: 100,
  soundsExact: 94,
  initialsExact: 93,
  authorAndTitle: 90,
  author: 86,
  beginning: 86,
  phrase: 84,
  allInTitle: 80,
  soundsBeginning: 78,
  inAuthor: 72,
  full: 70,
  homophone: 69,
  /** One slip in a whole title; below it only in a part of one, or more of them. */
  wholeSlip: 65,
  slip: 60,
  partOfSlip: 50,
} as const;

export type TypedQuery = {
  /** Normalised. */
  readonly text: string;
  /** How it may sound, where a slip is looked for; else empty. */
  readonly sounds: readonly string[];
};

/** A name is told by two Chinese characters or three letters; anything shorter is a part of something. */
const isName = (token: string, names: readonly string[]): boolean =>
  token.length > (beginsWithHan(token) ? 1 : 2) &&
  names.some((name) => compact(name) === token || name.split(' ').includes(token));

/** One word names the author, the others stand in the title. Short Latin words prove little: they rank lower. */
const authorAndTitle = (
  tokens: readonly string[],
  titles: readonly string[],
  authors: readonly string[],
): number => {
  const rest = tokens.filter((token) => !isName(token, authors));
  if (rest.length === 0 || rest.length === tokens.length) return 0;
  const [first = ''] = rest;
  const title = titles.find((one) => rest.every((token) => one.includes(token)));
  if (title === undefined) return 0;
  if (!rest.some(beginsWithHan)) return quality.phrase + (title.startsWith(first) ? 1 : 0);
  return quality.authorAndTitle - (title.startsWith(first) ? 0 : 1);
};

const byWords = (text: string, titles: readonly string[], { authors, subjects }: MatchText): number => {
  const tokens = text.split(' ');
  if (tokens.length < 2) return 0;
  if (titles.some((title) => tokens.every((token) => title.includes(token)))) return quality.allInTitle;
  const everything = [...titles, ...authors.map(compact), ...subjects.map(compact)];
  const isAll = tokens.every((token) => everything.some((one) => one.includes(token)));
  return authorAndTitle(tokens, titles, authors) || (isAll ? quality.full : 0);
};

const asWritten = ({ text }: TypedQuery, matchText: MatchText): number => {
  const typed = compact(text);
  const titles = matchText.titles.map(compact);
  if (titles.includes(typed)) return quality.exact;
  if (isName(typed, matchText.authors)) return quality.author;
  if (matchText.titles.some((title) => title.startsWith(text))) return quality.beginning;
  if (titles.some((title) => title.startsWith(typed))) return quality.beginning - 1;
  if (titles.some((title) => title.includes(typed))) return quality.phrase;
  if (matchText.authors.some((name) => compact(name).includes(typed))) return quality.inAuthor;
  if (matchText.subjects.some((subject) => compact(subject).includes(typed))) return quality.full;
  return byWords(text, titles, matchText);
};

const asPinyin = ({ text }: TypedQuery, { sounds, initials }: MatchText): number => {
  const typed = typedPinyin(text);
  if (!/^[a-z0-9]+$/.test(typed)) return 0;
  if (sounds.includes(typed)) return quality.soundsExact;
  if (initials.includes(typed)) return quality.initialsExact;
  if (typed.length < 3) return 0;
  if (sounds.some((sound) => sound.startsWith(typed))) return quality.soundsBeginning;
  return initials.some((letters) => letters.startsWith(typed)) ? quality.soundsBeginning - 1 : 0;
};

/** The whole title, and what stands before its first space. */
const stretchesOf = (title: string): string[][] =>
  [...new Set([compact(title), title.split(' ', 1)[0] ?? ''])].map(characters);

const slipQuality = (typed: readonly string[], stretch: readonly string[]): number => {
  const { changes, isWhole, isEasy } = slipBetween(typed, stretch);
  if (changes > slipsForgiven(typed.length))
    return quality.partOfSlip * Math.max(0, 1 - changes / typed.length);
  return (isWhole ? quality.wholeSlip : quality.slip) - 3 * (changes - 1) + (isEasy ? 1 : 0);
};

const asSlip = ({ text, sounds }: TypedQuery, matchText: MatchText): number => {
  if (matchText.sounds.some((sound) => sounds.includes(sound))) return quality.homophone;
  const typed = characters(compact(text));
  return Math.max(0, ...matchText.titles.flatMap(stretchesOf).map((stretch) => slipQuality(typed, stretch)));
};

/** How well a work answers as it is written or as it sounds; 0 where something typed is not in it. */
export const fullMatch = (query: TypedQuery, matchText: MatchText): number =>
  Math.max(asWritten(query, matchText), asPinyin(query, matchText));

/** How well a work answers, slips forgiven: below `quality.full` something typed is not in it. */
export const nearMatch = (query: TypedQuery, matchText: MatchText): number =>
  fullMatch(query, matchText) || asSlip(query, matchText);
