import { assert, constantFrom, property, string } from 'fast-check';
import { normalCode } from '../../cloudfunctions/membership/domain/card/code';
import { typedCode } from '../../miniprogram/stores/membership/typed-code';

test.each([
  ['ABCD EFGH 2345 6789', 'ABCDEFGH23456789'],
  ['abcd-efgh-2345-6789', 'ABCDEFGH23456789'],
  [' ＡＢＣＤ　２３４５\n', 'ABCD2345'],
  ['', ''],
])('%p is read as %p', (text, code) => {
  expect([typedCode(text), normalCode(text)]).toEqual([code, code]);
});

/** Only types cross to the phone, so the rule stands on both sides. */
test('phone and library read the same code out of a text', () => {
  const unit = constantFrom(...Array.from('aZ09 -　Ａ９－\t\u00A0ßİ'));
  assert(
    property(string({ unit }), (text) => {
      expect(typedCode(text)).toBe(normalCode(text));
    }),
    { numRuns: 500 },
  );
});
