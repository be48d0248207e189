import { assert, property, stringMatching } from 'fast-check';
import { safeParse } from 'valibot';
import { Details } from '../../cloudfunctions/membership/contract/application-shapes';
import { isPhoneNumber, typedNumber } from '../../miniprogram/stores/membership/phone-number';

const someone = {
  category: 'neighbour',
  name: '周敏',
  birthYear: 1990,
  guardian: null,
  proofIds: [],
  consentVersion: 1,
};
/** The number as the library keeps it; null where it takes the text for none. */
const kept = (number: string): string | null => {
  const { success, output } = safeParse(Details, { ...someone, phone: { number } });
  return success && 'number' in output.phone ? output.phone.number : null;
};

test.each<[string, string | null]>([
  ['13800138000', '13800138000'],
  [' 138 0013-8000 ', '138 0013-8000'],
  ['+86 138 0013 8000', '+86 138 0013 8000'],
  ['１３８００１３８０００', '13800138000'],
  ['＋８６　１３８００１３８０００', '+86 13800138000'],
  ['１３８－００１３－８０００', '138-0013-8000'],
  ['1234567', '1234567'],
  ['123456', null],
  ['1'.repeat(20), '1'.repeat(20)],
  ['1'.repeat(21), null],
  ['138-0013-800-', null],
  ['-13800138000', null],
  ['86+13800138000', null],
  ['1380013800O', null],
  ['', null],
])('%p is kept as %p, and the phone says so before it sends it', (text, number) => {
  expect([kept(text), isPhoneNumber(text) ? typedNumber(text) : null]).toEqual([number, number]);
});

/** Only types cross to the phone, so the rule stands on both sides. */
test('phone and library take the same texts for numbers', () => {
  assert(
    property(stringMatching(/^[+＋]?[0-9０１９ 　－a-]{4,22}$/), (text) => {
      expect(isPhoneNumber(text)).toBe(kept(text) !== null);
    }),
    { numRuns: 500 },
  );
});
