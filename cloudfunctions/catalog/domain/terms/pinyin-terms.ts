import { characters, compact, runsOf } from './normal-text';
import type { Script } from './script';

/** How many readings of one title are kept: the one meant, and those with one character read otherwise. */
const maxReadings = 4;

const plainSyllable = (syllable: string): string => syllable.replaceAll(/[üv]/g, 'u');

/**
 * The syllables of a normalised title, a word of other letters as one syllable, with each other reading that one
 * of its characters may have.
 */
const readingsOf = (title: string, script: Script): string[][] => {
  const choices = runsOf(title).flatMap(({ isHan, text }) =>
    isHan ? script.readings(text).map((all) => all.map(plainSyllable)) : [[text]],
  );
  const meant = choices.map(([first = '']) => first);
  const others = choices.flatMap((all, i) =>
    all.slice(1).map((syllable) => [...meant.slice(0, i), syllable, ...meant.slice(i + 1)]),
  );
  return [meant, ...others].slice(0, maxReadings);
};

/** The first letters of the syllables; a word of digits stays whole. */
const initialsOf = (syllables: readonly string[]): string =>
  syllables.map((syllable) => (/^\d/.test(syllable) ? syllable : (characters(syllable)[0] ?? ''))).join('');

/** How a title sounds, as it is typed without a Chinese keyboard; empty for a title without Chinese characters. */
export type Sound = {
  readonly full: readonly string[];
  readonly initials: readonly string[];
  /** Neighbouring syllables as they are meant: what a homophone typed by mistake leaves as it was. */
  readonly pairs: readonly string[];
};

const silence: Sound = { full: [], initials: [], pairs: [] };

/** The sound of a normalised title. */
export const soundOf = (title: string, script: Script): Sound => {
  if (runsOf(title).every(({ isHan }) => !isHan)) return silence;
  const readings = readingsOf(title, script);
  const [meant = []] = readings;
  return {
    full: [...new Set(readings.map((syllables) => syllables.join('')))],
    initials: [...new Set(readings.map(initialsOf))],
    pairs: meant.slice(1).map((syllable, i) => `${meant[i]} ${syllable}`),
  };
};

/** Tones typed as digits behind their syllables. */
const toned = /^(?:[a-zü]+[1-5] ?)+$/;

/** What a patron typed, as pinyin is compared: no spaces, no tones, lü and lv as lu. */
export const typedPinyin = (query: string): string =>
  plainSyllable(compact(toned.test(query) ? query.replaceAll(/\d/g, '') : query));
