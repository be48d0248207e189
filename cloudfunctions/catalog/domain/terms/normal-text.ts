import type { Script } from './script';

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〇';
const hanRun = new RegExp(`[${han}]`, 'u');
const runPattern = new RegExp(`[${han}]+|[^\\s${han}]+`, 'gu');

/** A stretch of a normalised text: Chinese or Japanese characters without a space, or one word of other letters. */
export type Run = { readonly isHan: boolean; readonly text: string };

/** True of a text that begins with a Chinese or Japanese character. */
export const beginsWithHan = (text: string): boolean => hanRun.test(text.slice(0, 2));

/**
 * A text as it is compared: full-width as half-width, lower case, without accents and apostrophes, traditional as
 * simplified; everything but letters and digits is one space.
 */
export const normalText = (text: string, script: Script): string => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’`]/g, '')
    .normalize('NFD')
    .replaceAll(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return hanRun.test(plain) ? script.simplify(plain) : plain;
};

/** A normalised text without its spaces: 局外人 and 局 外人 are the same title. */
export const compact = (text: string): string => text.replaceAll(' ', '');

/** The runs of a normalised text, in order. */
export const runsOf = (text: string): readonly Run[] =>
  (text.match(runPattern) ?? []).map((run) => ({ isHan: hanRun.test(run), text: run }));

/** The characters of a text, each whole, also beyond the basic plane. */
export const characters = (text: string): string[] => Array.from(text);

/** Neighbouring pairs of characters; a single character stands for itself. */
export const pairsOf = (text: string): string[] => {
  const all = characters(text);
  return all.length < 2 ? all : all.slice(1).map((character, i) => `${all[i]}${character}`);
};
