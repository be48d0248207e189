import { addIfNew } from '../../kernel/wechat/cloud-additions';
import type { Transaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import { forgottenAt, noGuesses, type Guesses } from '../domain/card/guesses';
import type { CardRecords, GuessCounters, Guesser } from '../ports/binding';

const collection = 'guess_counters';

const counterId = ({ kind, id }: Guesser): string => `${kind}:${id}`;
const stored = (guesses: Guesses) => ({ ...guesses, forgetAt: forgottenAt(guesses) });
const guessesFrom = ({ tries, lastAt }: Guesses): Guesses => ({ tries, lastAt });

/** The counters inside a transaction. */
export const guessRecords = (transaction: Transaction) =>
  ({
    guesses: async (guesser) => {
      const kept = await transaction.read<Guesses>(collection, counterId(guesser));
      return kept === null ? noGuesses : guessesFrom(kept);
    },
    keepGuesses: (guesser, guesses) => transaction.put(collection, counterId(guesser), stored(guesses)),
    forgetGuesses: (guesser) => transaction.remove(collection, counterId(guesser)),
  }) satisfies Partial<CardRecords>;

/** The counters by conditional writes of one document each. */
export const cloudGuessCounters = (database: Database): GuessCounters => {
  const counters = database.collection(collection);
  return {
    look: async (guesser) => {
      const kept = await documentById<Guesses>(database, collection, counterId(guesser));
      return kept === null ? null : guessesFrom(kept);
    },
    replace: async (guesser, seen, next) => {
      const _id = counterId(guesser);
      if (seen === null) return addIfNew(database, collection, { _id, ...stored(next) });
      const { stats } = (await counters.where({ _id, ...seen }).update({ data: stored(next) })) as {
        readonly stats: { readonly updated: number };
      };
      return stats.updated > 0;
    },
  };
};
