import {
  beginningLengths,
  hintKinds,
  initialsLengths,
  lettersLeftOut,
  skeleton,
  whole,
  wordBeginningLengths,
} from './index-terms';
import { characters, compact, runsOf } from './normal-text';
import { typedPinyin, type Sound } from './pinyin-terms';
import { syllablesOf } from './syllables';

/** The longest of these lengths that a text has; 0 when it is shorter than all. */
const floorLength = (lengths: readonly number[], length: number): number =>
  Math.max(0, ...lengths.filter((one) => one <= length));

const cut = (kind: string, text: string, lengths: readonly number[]): string[] => {
  const length = floorLength(lengths, text.length);
  return length === 0 ? [] : [`${kind}${text.slice(0, length)}`];
};

/** What one look into the hints finds at once: whole titles and names, and for letters, beginnings and pinyin. */
export const directHints = (text: string): string[] => {
  const typed = compact(text);
  const asTyped = [whole(hintKinds.wholeTitle, typed)];
  if (runsOf(text).some(({ isHan }) => isHan)) return asTyped;
  const sound = typedPinyin(text);
  const isPinyin = /^[a-z0-9]+$/.test(sound);
  return [
    ...asTyped,
    ...(isPinyin ? [whole(hintKinds.wholePinyin, sound), `${hintKinds.initials}${sound}`] : []),
    ...(isPinyin && sound.length <= 8 && !text.includes(' ')
      ? cut(hintKinds.initials, sound, initialsLengths)
      : []),
    ...cut(hintKinds.beginning, typed, beginningLengths),
    ...(text.includes(' ') ? [] : cut(hintKinds.wordBeginning, typed, wordBeginningLengths)),
  ];
};

/** For letters: as pinyin typed in the middle of a title, or as misspelt words. */
const slipsOfLetters = (text: string): string[] => {
  const syllables = syllablesOf(typedPinyin(text));
  const words = runsOf(text).filter((run) => run.text.length > 3);
  return [
    ...syllables.slice(1).map((syllable, i) => `${hintKinds.syllables}${syllables[i]} ${syllable}`),
    ...words.map((run) => `${hintKinds.skeleton}${skeleton(run.text)}`),
    ...lettersLeftOut(text),
  ];
};

/** What a slip leaves: two characters the other way round, those around a gap, syllables that sound alike, the consonants of a word. */
export const slipHints = (text: string, { full, pairs }: Sound): string[] => {
  const han = runsOf(text).filter(({ isHan }) => isHan);
  if (han.length === 0) return slipsOfLetters(text);
  const gaps = han.flatMap((run) => {
    const all = characters(run.text);
    return [1, 2].flatMap((step) => all.slice(step).map((character, i) => `${all[i]}${character}`));
  });
  const typed = characters(compact(text));
  const turned = typed.length === 2 ? [whole(hintKinds.wholeTitle, [...typed].reverse().join(''))] : [];
  return [
    ...turned,
    ...full.map((sound) => whole(hintKinds.wholePinyin, sound)),
    ...gaps.map((pair) => `${hintKinds.gap}${pair}`),
    ...pairs.map((pair) => `${hintKinds.syllables}${pair}`),
  ];
};
