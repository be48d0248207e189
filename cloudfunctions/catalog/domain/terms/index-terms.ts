import type { BookRecord } from '../works/book-record';
import { characters, compact, pairsOf, runsOf } from './normal-text';
import type { Sound } from './pinyin-terms';

/**
 * The kinds of index terms; each term begins with the letter of its kind. `terms` finds what is written,
 * `hints` what is meant: beginnings, sounds and slips.
 */
export const termKinds = {
  everything: '*',
  title: 't',
  author: 'a',
  subject: 's',
  isbn: 'i',
  callNumber: 'c',
  classPrefix: 'k',
} as const;
export const hintKinds = {
  wholeTitle: '=',
  beginning: '^',
  wordBeginning: 'w',
  gap: '-',
  syllables: 'p',
  wholePinyin: 'f',
  initials: 'n',
  skeleton: 'x',
  letterLeftOut: 'd',
} as const;

export const beginningLengths = [4, 6, 8, 12] as const;
export const wordBeginningLengths = [3, 4, 5] as const;
export const initialsLengths = [3, 4] as const;
const maxClassPrefix = 5;
const maxWhole = 48;

/** A term for a whole text, cut where it is long enough to be told apart. */
export const whole = (kind: string, text: string): string => `${kind}${compact(text).slice(0, maxWhole)}`;

/** The consonants of a Latin word in order, without doubles: what most misspellings leave. */
export const skeleton = (word: string): string =>
  `${word[0] ?? ''}${word.slice(1).replaceAll(/[aeiouyhw]/g, '')}`.replaceAll(/(.)\1+/g, '$1');

/** Words so long are told apart with a letter missing; titles of more words have others that are right. */
const leastLeftOut = 4;
const mostLeftOut = 16;
const mostWords = 2;

/**
 * A text of one or two Latin words, and each way to leave out one letter of them, also written as one: two words
 * that one slip separates have one of these in common.
 */
export const lettersLeftOut = (text: string): string[] => {
  const words = text.split(' ');
  if (words.length > mostWords || !/^[\da-z ]+$/.test(text)) return [];
  return [...new Set([...words, words.join('')])]
    .filter(({ length }) => length >= leastLeftOut && length <= mostLeftOut)
    .flatMap((word) => [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))])
    .map((word) => `${hintKinds.letterLeftOut}${word}`);
};

/** What a normal text is found by: pairs of Chinese characters, and runs of anything else. */
export const gramsOf = (text: string): string[] =>
  runsOf(text).flatMap((run) => (run.isHan ? pairsOf(run.text) : [run.text]));

const tagged = (kind: string, grams: Iterable<string>): string[] =>
  Array.from(grams, (gram) => `${kind}${gram}`);

const titleTerms = (title: string): string[] => [
  ...tagged(termKinds.title, gramsOf(title)),
  ...tagged(
    termKinds.title,
    runsOf(title).flatMap((run) => (run.isHan ? characters(run.text) : [])),
  ),
];

const subjectTerms = (subject: string): string[] => {
  const all = compact(subject);
  return tagged(termKinds.subject, [all, ...gramsOf(subject)]);
};

/** The term that the works of a class are found by, and those of its finer classes; `clc` in capitals. */
export const classTerm = (clc: string): string => whole(termKinds.classPrefix, clc.slice(0, maxClassPrefix));

const classTerms = (clc: string | null): string[] =>
  clc === null
    ? []
    : Array.from({ length: Math.min(clc.length, maxClassPrefix) }, (_, i) => classTerm(clc.slice(0, i + 1)));

/** The normalised texts of one record. */
export type NormalRecord = {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subjects: readonly string[];
  readonly callNumber: string;
};

/** What is written on the record, for the index that finds the words of a query. */
export const termsOf = (
  normal: NormalRecord,
  { isbns, clc }: Pick<BookRecord, 'isbns' | 'clc'>,
): string[] => [
  termKinds.everything,
  ...titleTerms(normal.title),
  ...tagged(termKinds.author, normal.authors.flatMap(gramsOf)),
  ...normal.subjects.flatMap(subjectTerms),
  ...tagged(termKinds.isbn, isbns),
  ...(normal.callNumber === '' ? [] : [whole(termKinds.callNumber, normal.callNumber)]),
  ...classTerms(clc),
];

const beginningsOf = (text: string): string[] =>
  beginningLengths
    .filter((length) => text.length >= length)
    .map((length) => `${hintKinds.beginning}${text.slice(0, length)}`);

const wordHints = (title: string): string[] =>
  runsOf(title)
    .filter(({ isHan, text }) => !isHan && text.length > 2)
    .flatMap(({ text }) => [
      ...wordBeginningLengths
        .filter((length) => text.length >= length)
        .map((length) => `${hintKinds.wordBeginning}${text.slice(0, length)}`),
      ...(text.length > 3 ? [`${hintKinds.skeleton}${skeleton(text)}`] : []),
    ]);

const gapHints = (title: string): string[] =>
  runsOf(title)
    .filter(({ isHan }) => isHan)
    .flatMap(({ text }) => {
      const all = characters(text);
      return all.slice(2).map((character, i) => `${hintKinds.gap}${all[i]}${character}`);
    });

const soundHints = ({ full, initials, pairs }: Sound): string[] => [
  ...full.map((sound) => whole(hintKinds.wholePinyin, sound)),
  ...full.slice(0, 1).flatMap(beginningsOf),
  ...initials.flatMap((letters) => [
    `${hintKinds.initials}${letters}`,
    ...initialsLengths
      .filter((length) => letters.length > length)
      .map((length) => `${hintKinds.initials}${letters.slice(0, length)}`),
  ]),
  ...tagged(hintKinds.syllables, pairs),
];

/**
 * What may be typed instead of what is written: beginnings, pinyin, initials, and what a slip leaves. `title` and
 * `main` are the normalised title and title proper, `sound` that of `main`.
 */
export const hintsOf = (title: string, main: string, sound: Sound): string[] => [
  whole(hintKinds.wholeTitle, main),
  whole(hintKinds.wholeTitle, title),
  ...(sound.full.length === 0 ? beginningsOf(compact(title)) : []),
  ...wordHints(title),
  ...gapHints(main),
  ...lettersLeftOut(main),
  ...soundHints(sound),
];
