import { countingNow, nextTryAt, oneMore, type Guesses } from '../../domain/card/guesses';
import type { Guesser } from '../../ports/binding';

type Counters = {
  guesses(guesser: Guesser): Promise<Guesses>;
  keepGuesses(guesser: Guesser, guesses: Guesses): Promise<void>;
};
export type Guess =
  | { readonly kind: 'wait'; readonly until: number }
  /** It may be looked at; a wrong one must be counted. */
  | { readonly kind: 'free'; readonly count: () => Promise<void> };

/**
 * Whether a WeChat may try a code now. The look at the counter and the counting of a wrong code stand in one
 * transaction, so that tries at once are counted one after the other.
 */
export const guessCode = async (records: Counters, openid: string, now: Date): Promise<Guess> => {
  const guesser: Guesser = { kind: 'openid', id: openid };
  const guesses = countingNow(await records.guesses(guesser), now.getTime());
  const until = nextTryAt(guesses);
  if (until > now.getTime()) return { kind: 'wait', until };
  return { kind: 'free', count: () => records.keepGuesses(guesser, oneMore(guesses, now.getTime())) };
};
