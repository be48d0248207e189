import { Converter } from 'opencc-js/t2cn';
import { pinyin, polyphonic } from 'pinyin-pro';
import type { Script } from '../domain/terms/script';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** The dictionaries of OpenCC (writing) and pinyin-pro (reading). */
export const chineseScript: Script = {
  simplify: toSimplified,
  readings: (text) => {
    const meant = pinyin(text, { toneType: 'none', type: 'array', v: true });
    const possible = polyphonic(text, { toneType: 'none', type: 'array', v: true });
    return meant.map((syllable, i) => [...new Set([syllable, ...(possible[i] ?? [])])]);
  },
};
