import { assert, pre, property, string, stringMatching } from 'fast-check';
import {
  countingNow,
  forgottenAt,
  nextTryAt,
  noGuesses,
  oneLess,
  oneMore,
} from '../../cloudfunctions/membership/domain/card/guesses';
import { isSameName } from '../../cloudfunctions/membership/domain/patrons/person-name';
import {
  isDefaultPin,
  isWeakPin,
  normalPin,
  pinRefusal,
} from '../../cloudfunctions/membership/domain/card/pin';

const card = '2021302417';

describe('guessing', () => {
  const minute = 60_000;
  const hour = 60 * minute;
  const day = 24 * hour;

  test.each([
    [1, 0],
    [4, 0],
    [5, minute],
    [6, 5 * minute],
    [7, 30 * minute],
    [8, day],
    [9, day],
    [500, day],
  ])('after %d tries the next one waits %d ms', (tries, wait) => {
    expect(Math.max(0, nextTryAt({ tries, lastAt: 1000 }) - 1000)).toBe(wait);
  });

  test('before the fifth nothing waits, whenever that was', () => {
    expect(nextTryAt({ tries: 4, lastAt: 1000 })).toBe(0);
  });

  test('tries are forgotten a day after their wait has ended', () => {
    const guesses = { tries: 6, lastAt: 1000 };
    expect(noGuesses).toEqual({ tries: 0, lastAt: 0 });
    expect(forgottenAt({ tries: 4, lastAt: 1000 })).toBe(1000 + day);
    expect(forgottenAt(guesses)).toBe(1000 + 5 * minute + day);
    expect(countingNow(guesses, forgottenAt(guesses) - 1)).toEqual(guesses);
    expect(countingNow(guesses, forgottenAt(guesses))).toEqual(noGuesses);
  });

  test('tries of a far future count for nothing: the clock was set back', () => {
    expect(countingNow({ tries: 9, lastAt: day }, 1999)).toEqual(noGuesses);
    const guesses = { tries: 9, lastAt: day };
    expect(countingNow(guesses, day - hour)).toEqual(guesses);
    expect(countingNow(guesses, day - hour - 1)).toEqual(noGuesses);
  });

  test('a try that began a moment before the last one counted adds to it, and is counted as late as that', () => {
    const guesses = { tries: 4, lastAt: 2000 };
    expect(oneMore(countingNow(guesses, 1999), 1999)).toEqual({ tries: 5, lastAt: 2000 });
  });

  test('a right try takes back itself only', () => {
    expect(oneLess(oneMore({ tries: 3, lastAt: 5 }, 9))).toEqual({ tries: 3, lastAt: 9 });
    expect(oneLess(noGuesses)).toEqual(noGuesses);
  });

  test('whoever tries whenever allowed has 9 tries on the first day and one a day after that', () => {
    let guesses = noGuesses;
    let at = day;
    const until = at + 10 * day;
    let tries = 0;
    while (at <= until) {
      guesses = oneMore(countingNow(guesses, at), at);
      tries += 1;
      at = Math.max(at, nextTryAt(guesses));
    }
    expect(tries).toBeLessThanOrEqual(8 + 11);
  });
});

describe('a PIN', () => {
  test.each([
    ['2021302417', true],
    ['302417', true],
    ['02417', false],
    ['20050301', true],
    ['19991231', true],
    ['18991231', false],
    ['20010229', false],
    ['050301', true],
    ['000229', true],
    ['010229', false],
    ['20050230', false],
    ['051301', false],
    ['482913', false],
    ['hello-there', false],
  ])('%s is one that a card comes with: %p', (pin, expected) => {
    expect(isDefaultPin(pin, { card, mustChange: false })).toBe(expected);
  });

  test('whichever staff set must be changed', () => {
    expect(isDefaultPin('482913', { card, mustChange: true })).toBe(true);
  });

  test.each([
    ['48291', true],
    ['482913', false],
    ['111111', true],
    ['123456', true],
    ['987654', true],
    ['abcdef', true],
    ['112233', false],
    ['acegik', false],
    ['123457', false],
    [card, true],
    ['302417', true],
    ['20050301', true],
    ['old-one', true],
    ['梅兰竹菊松柏', false],
  ])('%s is weak as a new one: %p', (pin, expected) => {
    expect(isWeakPin(pin, { card, oldPin: 'old-one' })).toBe(expected);
  });

  test.each([
    ['482913', undefined, false, undefined],
    ['482913', undefined, true, 'default-pin'],
    [card, undefined, false, 'default-pin'],
    [card, '915372', false, undefined],
    [card, '915372', true, undefined],
    [card, card, false, 'weak-pin'],
    ['482913', '111111', false, 'weak-pin'],
    ['482913', '915372', false, undefined],
  ])('%s with the new one %s, set by staff %p: %s', (pin, newPin, mustChange, refusal) => {
    expect(pinRefusal(pin, newPin, { card, mustChange })).toBe(refusal);
  });

  test('full-width digits are digits', () => {
    expect(normalPin(' ４８２９１３')).toBe('482913');
  });

  test('one that was good enough as a new PIN is never asked to be changed', () => {
    assert(
      property(string(), stringMatching(/^[0-9]{6,8}$/), (oldPin, pin) => {
        pre(!isWeakPin(pin, { card, oldPin }));
        expect(isDefaultPin(pin, { card, mustChange: false })).toBe(false);
      }),
    );
  });
});

test.each([
  ['林知夏', '林知夏', true],
  [' 林 知夏', '林知夏', true],
  ['林知夏', '林知秋', false],
  ['ＬＩＮ Zhixia', 'lin zhixia', true],
  ['买买提•艾力', '买买提·艾力', true],
  ['é', 'é', true],
  ['', '', false],
  [' ', '', false],
])('%p and %p are one name: %p', (one, other, expected) => {
  expect(isSameName(one, other)).toBe(expected);
});
