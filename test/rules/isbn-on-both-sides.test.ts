import { assert, property, stringMatching } from 'fast-check';
import { canonicalIsbn } from '../../cloudfunctions/catalog/domain/terms/isbn';
import { isbnFromBarcode } from '../../miniprogram/format/isbn';

/** Only types cross to the phone, so the rule of the check digit stands on both sides. */
test('phone and library take the same bar codes for ISBNs', () => {
  const barcodes = stringMatching(/^97[789]\d{9,10}$/);
  assert(
    property(barcodes, (code) => {
      expect(isbnFromBarcode(code)).toBe(canonicalIsbn(code) ?? null);
    }),
    { numRuns: 500 },
  );
});

test('of the ten last digits one is right, on both sides the same', () => {
  const codes = Array.from({ length: 10 }, (_, digit) => `978710002638${digit}`);
  const onThePhone = codes.filter((code) => isbnFromBarcode(code) !== null);
  expect(onThePhone).toEqual(codes.filter((code) => canonicalIsbn(code) !== undefined));
  expect(onThePhone).toHaveLength(1);
});
