/** The check character of the first nine digits of an ISBN-10 (ISO 2108:1992): weights 10 to 2, modulo 11, X is ten. */
const check10 = (nine: string): string => {
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += (10 - at) * Number(nine[at]);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
};

/** The check digit of the first twelve digits of an ISBN-13 (ISO 2108:2017): weights 1 and 3, modulo 10. */
const check13 = (twelve: string): string => {
  let sum = 0;
  for (let at = 0; at < 12; at += 1) sum += (at % 2 === 0 ? 1 : 3) * Number(twelve[at]);
  return String((10 - (sum % 10)) % 10);
};

const isIsbn10 = (text: string): boolean =>
  /^\d{9}[\dX]$/.test(text) && check10(text.slice(0, 9)) === text[9];

const isIsbn13 = (text: string): boolean =>
  /^97[89]\d{10}$/.test(text) && check13(text.slice(0, 12)) === text[12];

/**
 * An ISBN of 10 or 13 characters, with or without hyphens, as 13 digits; null when the check digit is wrong or it is
 * none. Leading zeros that a spreadsheet took away are put back when the check digit then fits.
 */
export const canonicalIsbn = (text: string): string | null => {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^ISBN(?:-?1[03])?[:\s]*/u, '');
  const bare = plain.replace(/[\s\-‐‑‒–—―_.]/gu, '');
  if (isIsbn13(bare)) return bare;
  const ten = /^\d{7,8}[\dX]$/.test(bare) ? bare.padStart(10, '0') : bare;
  return isIsbn10(ten) ? `978${ten.slice(0, 9)}${check13(`978${ten.slice(0, 9)}`)}` : null;
};

export type FoundIsbns = { readonly isbns: readonly string[]; readonly bad: readonly string[] };

/**
 * The ISBNs in catalogue text, where a binding or price may follow in brackets and several stand in one cell:
 * `7-5037-1744-0 (平装)；9787503717444`. What looks like one and is none comes in `bad`.
 */
export const findIsbns = (texts: readonly string[]): FoundIsbns => {
  const isbns = new Set<string>();
  const bad: string[] = [];
  for (const text of texts) {
    const parts = text.replace(/[（(][^）)]*[)）]?/gu, ' ').split(/[;；,，、/|]|\s+(?=[\dIi])/u);
    for (const part of parts.map((one) => one.trim()).filter((one) => /\d/.test(one))) {
      const word = /^(?:ISBN[:\s-]*)?[\dXx\-‐‑‒–—―\s]{8,}/iu.exec(part)?.[0] ?? part;
      const isbn = canonicalIsbn(word.trim()) ?? canonicalIsbn(text);
      if (isbn === null) bad.push(part);
      else isbns.add(isbn);
    }
  }
  return { isbns: [...isbns], bad };
};
