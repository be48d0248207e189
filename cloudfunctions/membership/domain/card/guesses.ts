/** Tries that were counted against a card or a WeChat, and when the last one was (ms). */
export type Guesses = { readonly tries: number; readonly lastAt: number };

export const noGuesses: Guesses = { tries: 0, lastAt: 0 };

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** So many tries are free. */
const freeTries = 5;
/** How long the next try waits after the fifth one, the sixth and the seventh; a day after any other. Source: identity and privacy, 7. */
const waitsMs = [minuteMs, 5 * minuteMs, 30 * minuteMs] as const;

const waitAfter = (tries: number): number => (tries < freeTries ? 0 : (waitsMs[tries - freeTries] ?? dayMs));

/** From when on another try counts (ms): in the past where one may be made at once. */
export const nextTryAt = ({ tries, lastAt }: Guesses): number =>
  tries < freeTries ? 0 : lastAt + waitAfter(tries);

/** From when on nothing is left of them (ms): a day after the wait has ended. */
export const forgottenAt = ({ tries, lastAt }: Guesses): number => lastAt + waitAfter(tries) + dayMs;

/** Calls that come at once overtake each other, and the clocks of two instances differ: never by so much. */
const clocksDifferMs = 60 * minuteMs;

/**
 * What counts of them now. Those of a far future come from a clock that was set back, and hold nobody up; those just
 * ahead are of calls that began later and were faster, and count.
 */
export const countingNow = (guesses: Guesses, now: number): Guesses =>
  guesses.lastAt > now + clocksDifferMs || forgottenAt(guesses) <= now ? noGuesses : guesses;

/** With the try that begins now (ms). Calls overtake each other: the latest counts. */
export const oneMore = ({ tries, lastAt }: Guesses, now: number): Guesses => ({
  tries: tries + 1,
  lastAt: Math.max(lastAt, now),
});

/** As if the last try had not been: it was right. Those before it stay, or one's own card would pay for guesses at others. */
export const oneLess = ({ tries, lastAt }: Guesses): Guesses => ({ tries: Math.max(0, tries - 1), lastAt });
