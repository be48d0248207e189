import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';

const pins = scryptPins(2);

test('a PIN is right against its own hash only, and no two hashes of it are alike', async () => {
  const [one, other] = [await pins.hash('482913'), await pins.hash('482913')];
  expect(one).not.toEqual(other);
  expect(await pins.isRight('482913', one)).toBe(true);
  expect(await pins.isRight('482914', one)).toBe(false);
  expect(await pins.isRight('482913', { ...one, salt: other.salt })).toBe(false);
});

test.each([
  ['482913', '482913', true],
  ['482913', '482914', false],
  ['', '482913', false],
  ['482913', null, false],
  ['', null, false],
])('%p against %p as staff typed it: %p', async (given, known, expected) => {
  expect(await pins.isRight(given, known)).toBe(expected);
});
