/** The digits of an ISBN-13 as it stands on the back of a book (978 or 979, check digit right); null for other codes. */
export function isbnFromBarcode(code: string): string | null {
  const digits = code.replace(/[\s-]/g, '');
  if (!/^97[89]\d{10}$/.test(digits)) return null;
  const sum = Array.from(digits, Number).reduce(
    (total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return sum % 10 === 0 ? digits : null;
}
