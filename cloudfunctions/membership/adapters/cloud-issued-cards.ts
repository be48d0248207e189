import type { Day } from '../../kernel/library-day';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import type { Database } from '../../kernel/wechat/wx-cloud';
import type { ApplicationRecords, TakeCardNumber } from '../ports/applications';
import { issuedCardNumber } from '../domain/card/card-number';
import type { Patron } from '../domain/patrons/patron';
import { patronWithin } from './cloud-patrons';

type Numbers = { readonly last: number };

/** So many numbers in turn may be taken by cards that came from elsewhere. */
const mostTaken = 200;

const takeWithin = async (transaction: Transaction, prefix: string, today: Day): Promise<string> => {
  const series = `${prefix}${today.slice(0, 4)}`;
  const first = ((await transaction.read<Numbers>('card_numbers', series))?.last ?? 0) + 1;
  for (let serial = first; serial < first + mostTaken; serial += 1) {
    const card = issuedCardNumber(prefix, today, serial);
    if ((await transaction.read('patrons', card)) !== null) continue;
    await transaction.put('card_numbers', series, { last: serial });
    return card;
  }
  throw new Error('no card number is free');
};

/**
 * The next number that no patron has, counted by prefix and year. In a transaction of its own: all who approve meet at
 * this count, and one that was in the way of a whole approval would make them wait for each other.
 */
export const cloudCardNumbers =
  (database: Database): TakeCardNumber =>
  (prefix, today) =>
    inTransaction(database)((transaction) => takeWithin(transaction, prefix, today));

const addPatron = async (
  transaction: Transaction,
  { card, ...patron }: Patron,
  phone: string,
  pseudonym: string,
): Promise<void> => {
  if ((await transaction.read('patrons', card)) !== null) throw new Error('the card number is taken');
  await transaction.put('patrons', card, { ...patron, phone });
  await transaction.put('pseudonyms', card, { pseudonym });
};

/** Cards that the library gives out, inside a transaction. */
export const cardsWithin = (transaction: Transaction) =>
  ({
    patron: (card) => patronWithin(transaction, card),
    addPatron: (patron, phone, pseudonym) => addPatron(transaction, patron, phone, pseudonym),
    prolong: (card, category, endsOn) => transaction.change('patrons', card, { category, endsOn }),
  }) satisfies Partial<ApplicationRecords>;
