const checkDigit13 = (first12: string): string => {
  const sum = Array.from(first12).reduce(
    (total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
};

const isIsbn10 = (text: string): boolean =>
  /^\d{9}[\dX]$/.test(text) &&
  Array.from(text).reduce((sum, digit, i) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - i), 0) %
    11 ===
    0;

const isIsbn13 = (text: string): boolean =>
  /^97[89]\d{10}$/.test(text) && checkDigit13(text.slice(0, 12)) === text.slice(12);

/**
 * An ISBN as thirteen digits, whether it came with ten or thirteen, with or without hyphens; undefined where the
 * check digit is wrong (ISO 2108).
 */
export const canonicalIsbn = (text: string): string | undefined => {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/isbn(?:-?1[03](?=[\s:]))?:?/giu, '')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  if (isIsbn13(plain)) return plain;
  if (!isIsbn10(plain)) return undefined;
  const first12 = `978${plain.slice(0, 9)}`;
  return `${first12}${checkDigit13(first12)}`;
};
