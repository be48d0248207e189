import {
  cardCodeBody,
  cardCodeSeconds,
  readCardCode,
} from '../../cloudfunctions/membership/domain/card/card-code';
import {
  deskCodeMs,
  invitationMs,
  isCode,
  isStaffCode,
  readCode,
} from '../../cloudfunctions/membership/domain/card/code';

test('a shown card is good for a minute, a desk code for ten seconds less than five, an invitation for a day', () => {
  expect([cardCodeSeconds, deskCodeMs, invitationMs]).toEqual([60, 290_000, 86_400_000]);
});

test.each([
  ['ABCDEFGH23456789', true],
  ['ABCDEFGH2345678', false],
  ['ABCDEFGH23456789A', false],
  ['ABCDEFGH2345678O', false],
  ['1BCDEFGH23456789', false],
  ['abcdefgh23456789', false],
  ['', false],
])('%s may be a code: %p', (text, may) => {
  expect(isCode(text)).toBe(may);
});

test('a code says which one it is, and then its seal', () => {
  expect(readCode('abcd-efgh 2345 6789')).toEqual({ id: 'ABCDEFGH', seal: '23456789' });
  expect(readCode('abcd-efgh')).toBeNull();
});

test.each([
  ['Admin-2026-9', true],
  ['Admin-2026-', false],
  ['Admin_2026_99', false],
  ['Admin 2026 99', false],
])('%s may make somebody staff: %p', (text, may) => {
  expect(isStaffCode(text)).toBe(may);
});

test.each([
  ['0', 0],
  ['zzzzzzzz', 2_821_109_907_455_000],
  ['zzzzzzzzz', null],
  ['', null],
  ['Z', null],
])('a shown card whose end is written as %p ends at %p', (seconds, end) => {
  expect(readCardCode(`LC1.C-1.${seconds}.seal`)?.endsAt.getTime() ?? null).toBe(end);
});

test('the end of a shown card is a whole second, the earlier one', () => {
  const body = cardCodeBody('C-1', new Date(1_999));
  expect(readCardCode(`${body}.seal`)?.endsAt.getTime()).toBe(1_000);
});
