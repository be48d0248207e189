import { canonicalIsbn } from '../../../cloudfunctions/catalog/domain/terms/isbn';

/** A spreadsheet takes leading zeros from an ISBN-10 that it holds for a number; they come back if the check digit then fits. */
const readIsbn = (text: string): string | undefined =>
  canonicalIsbn(text) ?? (/^\d{7,8}[\dX]$/i.test(text) ? canonicalIsbn(text.padStart(10, '0')) : undefined);

export type FoundIsbns = { readonly isbns: readonly string[]; readonly bad: readonly string[] };

/**
 * The ISBNs in catalogue text, where a binding or price may follow in brackets and several stand in one cell:
 * `7-5037-1744-0 (平装)；9787503717444`. What looks like one and is none comes in `bad`.
 */
export const findIsbns = (texts: readonly string[]): FoundIsbns => {
  const isbns = new Set<string>();
  const bad: string[] = [];
  for (const text of texts.map((one) => one.normalize('NFKC'))) {
    const parts = text.replace(/\([^)]*\)?/gu, ' ').split(/[;,、/|]|\s+(?=[\dIi])/u);
    for (const part of parts.map((one) => one.trim()).filter((one) => /\d/.test(one))) {
      const word = /^(?:ISBN(?:-?1[03](?=[\s:]))?[:\s-]*)?[\dXx\-‐‑‒–—―\s]{8,}/iu.exec(part)?.[0] ?? part;
      const isbn = readIsbn(word.trim()) ?? readIsbn(text);
      if (isbn === undefined) bad.push(part);
      else isbns.add(isbn);
    }
  }
  return { isbns: [...isbns], bad };
};
