import {
  endsAllowed,
  hasEnded,
  maskName,
  mostLinks,
  otherSide,
} from '../../cloudfunctions/membership/domain/family';

test('a link may end today at the earliest, and in 365 days at the latest', () => {
  expect(endsAllowed('2026-11-22')).toEqual({ earliest: '2026-11-22', latest: '2027-11-22' });
  expect(endsAllowed('2027-11-22').latest).toBe('2028-11-21');
  expect(mostLinks).toBe(20);
});

test.each([
  ['2026-11-21', true],
  ['2026-11-22', false],
  ['2026-11-23', false],
])('on 22 November a link through %s has ended: %p', (endsOn, ended) => {
  expect(hasEnded({ endsOn }, '2026-11-22')).toBe(ended);
});

test.each([
  ['seen', { other: 'sees', whose: 'mine' }],
  ['sees', { other: 'seen', whose: 'theirs' }],
])('for the card that is %s the other side is %p', (own, side) => {
  expect(otherSide({ card: 'seen', by: 'sees' }, own)).toEqual(side);
});

test.each([
  ['林知夏', '**夏'],
  ['林夏', '*夏'],
  ['林', '*林'],
  ['𠮷野', '*野'],
  ['', '*'],
])('%p is shown to others as %p', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});
