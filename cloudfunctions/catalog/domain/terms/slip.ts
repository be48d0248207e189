/** The fewest changes that make `typed` into `text`, or into a stretch of it: of one character, or of two that changed places. */
const distance = (typed: readonly string[], text: readonly string[], isWhole: boolean): number => {
  let before: readonly number[] = [];
  let row = Array.from({ length: text.length + 1 }, (_, i) => (isWhole ? i : 0));
  for (const [i, character] of typed.entries()) {
    const next = [i + 1];
    for (let j = 1; j <= text.length; j += 1) {
      const isTurned = text[j - 2] === character && text[j - 1] === typed[i - 1];
      next.push(
        Math.min(
          (row[j - 1] ?? 0) + (text[j - 1] === character ? 0 : 1),
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          isTurned ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return isWhole ? (row.at(-1) ?? typed.length) : Math.min(...row);
};

const isInOrder = (typed: readonly string[], text: readonly string[]): boolean => {
  let found = 0;
  for (const character of text) if (character === typed[found]) found += 1;
  return found === typed.length;
};

export type Slip = {
  /** Characters to change to find `typed` somewhere in the text. */
  readonly changes: number;
  /** It is the whole text but for those changes. */
  readonly isWhole: boolean;
  /** The whole with something left out, every character typed there in order; or only the order is wrong. */
  readonly isEasy: boolean;
};

/** How many slips are forgiven: one, and one more for every four characters beyond the fourth. */
export const slipsForgiven = (length: number): number => Math.max(1, Math.floor(length / 4));

/** What separates what was typed from a text. */
export const slipBetween = (typed: readonly string[], text: readonly string[]): Slip => {
  const changes = distance(typed, text, false);
  const isWhole = distance(typed, text, true) <= slipsForgiven(typed.length);
  const isTurned = [...typed].sort().join('') === [...text].sort().join('');
  return { changes, isWhole, isEasy: isWhole && (isInOrder(typed, text) || isTurned) };
};
