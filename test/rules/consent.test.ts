import { consentKinds, holds, isCurrent } from '../../cloudfunctions/membership/domain/consent';

const at = new Date('2026-11-22T04:00:00Z');

test('each kind is consented to on its own', () => {
  expect(consentKinds).toEqual(['online-membership', 'recommendations']);
});

test.each(consentKinds)('%s: words of another version than that shown now are not those shown', (kind) => {
  expect([null, 0, 1, 2].map((version) => isCurrent(kind, version))).toEqual([false, false, true, false]);
});

test.each([
  ['nothing', {}, false],
  ['a consent', { recommendations: { isGiven: true, version: 1, at } }, true],
  ['a consent to earlier words', { recommendations: { isGiven: true, version: 0, at } }, true],
  ['one that was taken back', { recommendations: { isGiven: false, version: 1, at } }, false],
  ['a consent to something else', { 'online-membership': { isGiven: true, version: 1, at } }, false],
])('%s holds: %p', (_, consents, does) => {
  expect(holds(consents, 'recommendations')).toBe(does);
});
