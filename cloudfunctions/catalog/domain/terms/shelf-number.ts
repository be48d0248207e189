import type { EditionEntry } from '../works/edition';
import { compact, normalText } from './normal-text';
import type { Script } from './script';

/** A class of the 中图法, perhaps with what a call number has behind it: `TP312`, `C912.82`, `I247.5/123`, `B2 W36`. */
const shape = /^[a-z]{1,2}\d[\d.\-=]*(?:[/ ][\da-z.\-=:() ]*)?$/i;

/** Whether what was typed may be a class or a call number; it may be a word all the same. */
export const looksLikeNumber = (query: string): boolean => shape.test(query.trim());

/** How a work stands to a number: its call number, its class or one above it, or neither. */
export const numberMatch = (
  number: string,
  editions: readonly Pick<EditionEntry, 'callNumber' | 'clc'>[],
  script: Script,
): 'call-number' | 'class' | 'none' => {
  const plain = (text: string) => compact(normalText(text, script));
  const typed = plain(number);
  if (editions.some(({ callNumber }) => callNumber !== null && plain(callNumber) === typed))
    return 'call-number';
  const prefix = number.toUpperCase();
  return editions.some(({ clc }) => clc?.startsWith(prefix)) ? 'class' : 'none';
};
