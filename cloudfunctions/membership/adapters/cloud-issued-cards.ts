import type { Day } from '../../kernel/library-day';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import type { Database } from '../../kernel/wechat/wx-cloud';
import type { ApplicationRecords, TakeCardNumber } from '../ports/applications';
import { issuedCardNumber } from '../domain/card/card-number';
import type { Patron } from '../domain/patrons/patron';
import { patronWithin } from './cloud-patrons';

type Binding = { readonly openid: string };
type Numbers = { readonly last: number };
type AccountDocument = {
  readonly card?: string;
  readonly leaving?: readonly string[];
  readonly doneRequests?: unknown;
};

/** So many numbers in turn may be taken by cards that came from elsewhere. */
const mostTaken = 200;

/** The card that a WeChat has bound, null where it has none or another WeChat has it. */
const ownCard = async (transaction: Transaction, openid: string): Promise<string | null> => {
  const card = (await transaction.read<AccountDocument>('wechat_accounts', openid))?.card;
  if (card === undefined) return null;
  const binding = await transaction.read<Binding>('card_bindings', card);
  return binding?.openid === openid ? card : null;
};

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

const bindIfFree = async (
  transaction: Transaction,
  openid: string,
  card: string,
  pseudonym: string,
  now: Date,
): Promise<boolean> => {
  if ((await ownCard(transaction, openid)) !== null) return false;
  const account = await transaction.read<AccountDocument>('wechat_accounts', openid);
  await transaction.put('card_bindings', card, { openid, pseudonym, version: 1, boundAt: now });
  const { leaving, doneRequests = [] } = account ?? {};
  await transaction.put('wechat_accounts', openid, { card, ...(leaving && { leaving }), doneRequests });
  return true;
};

/** Cards that the library gives out, inside a transaction. */
export const cardsWithin = (transaction: Transaction) =>
  ({
    ownPatron: async (openid) => {
      const card = await ownCard(transaction, openid);
      return card === null ? null : patronWithin(transaction, card);
    },
    patron: (card) => patronWithin(transaction, card),
    addPatron: (patron, phone, pseudonym) => addPatron(transaction, patron, phone, pseudonym),
    bindIfFree: (openid, card, pseudonym, now) => bindIfFree(transaction, openid, card, pseudonym, now),
    prolong: (card, category, endsOn) => transaction.change('patrons', card, { category, endsOn }),
  }) satisfies Partial<ApplicationRecords>;
