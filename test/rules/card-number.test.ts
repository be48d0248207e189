import {
  cardNumberPattern,
  formsOfCardNumber,
  issuedCardNumber,
  typedCardNumber,
} from '../../cloudfunctions/membership/domain/card/card-number';

test.each([
  ['C-9', true],
  ['C9', false],
  ['0123456789-abcdefghijklmnopqrstuv', false],
  ['0123456789-abcdefghijklmnopqrstu', true],
  ['2021_00001', false],
  ['2021 00001', false],
  ['２０２１', false],
])('%s may be a card number: %p', (text, may) => {
  expect(cardNumberPattern.test(text)).toBe(may);
});

test.each([
  ['２０２１０００００１', '2021000001'],
  [' 2021 000\t001\n', '2021000001'],
  ['\u200B2021\u202A000\u2060001\uFEFF', '2021000001'],
  ['nb-26', 'nb-26'],
])('%p was typed for %p', (text, card) => {
  expect(typedCardNumber(text)).toBe(card);
});

test('a number is looked for as it was typed, then in capitals', () => {
  expect(formsOfCardNumber('nb26a')).toEqual(['nb26a', 'NB26A']);
});

test.each([
  [7, 'NB2600007'],
  [12_345, 'NB2612345'],
  [123_456, 'NB26123456'],
])('the number %d in turn is %s', (serial, card) => {
  expect(issuedCardNumber('NB', '2026-11-22', serial)).toBe(card);
});
