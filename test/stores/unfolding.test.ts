import { Unfolding } from '../../miniprogram/stores/unfolding';

const numbers = Array.from({ length: 50 }, (_, index) => index);

test('a long list shows a few lines, then twenty more at every tap, until none is hidden', () => {
  const unfolding = new Unfolding();
  const shown: number[] = [];
  for (;;) {
    shown.push(unfolding.of(numbers).flatMap(({ lines }) => lines).length);
    if (!unfolding.hides(numbers)) break;
    unfolding.more();
  }
  expect(shown).toEqual([6, 26, 46, 50]);
  expect(unfolding.of(numbers).flatMap(({ lines }) => lines)).toEqual(numbers);
});

test('what is shown already stays in its piece when more comes', () => {
  const unfolding = new Unfolding();
  const before = unfolding.of(numbers);
  unfolding.more();
  expect(unfolding.of(numbers).slice(0, 1)).toEqual(before);
});

test('a short list hides nothing, an empty one has no pieces', () => {
  const unfolding = new Unfolding();
  expect(unfolding.hides(numbers.slice(0, 6))).toBe(false);
  expect(unfolding.of([])).toEqual([]);
});
