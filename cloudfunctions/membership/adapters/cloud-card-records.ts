import type { Clock } from '../../kernel/clock';
import { nameDamage } from '../../kernel/damaged-record';
import { doneRequestsIn } from '../../kernel/request-keys';
import { auditAlone, auditWithin } from '../../kernel/wechat/cloud-audit';
import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { readWritten, type Understood, type Written } from '../../kernel/written-fields';
import type { WechatAccount, Binding } from '../domain/card/card-binding';
import { readInitialPin, readPatron, type PatronDocument } from '../domain/patrons/read-patron';
import type {
  Audit,
  BindingRecords,
  CardReads,
  CardRecords,
  CardSecret,
  Credentials,
  WithRecords,
} from '../ports/binding';
import { guessRecords } from './cloud-guess-counters';
import { cloudCardAs, cloudPatron } from './cloud-patrons';
import { pseudonymWithin } from './cloud-pseudonyms';

type BindingDocument = Written & { readonly _id: string };

/** When nobody can tell when a card was bound, it was long ago. */
const boundOnce = new Date(0);

/** A binding as it was understood; one that nobody can tell whose it is is nobody's. */
const bindingFrom = (document: BindingDocument): Understood<Binding> => {
  const { faults, ...written } = readWritten('card_bindings', document._id, document);
  const value = {
    card: document._id,
    openid: written.text('openid') ?? '',
    pseudonym: written.text('pseudonym') ?? '',
    version: written.whole('version') ?? 0,
    boundAt: written.instant('boundAt') ?? boundOnce,
  };
  return { value, faults };
};

const wechatAccountFrom = (document: Written | null): WechatAccount => {
  const { card, leaving, doneRequests } = document ?? {};
  const cards: readonly unknown[] = Array.isArray(leaving) ? leaving : [];
  return {
    card: typeof card === 'string' && card !== '' ? card : null,
    leaving: cards.filter((one) => typeof one === 'string'),
    doneRequests: doneRequestsIn(doneRequests),
  };
};

const credentialsFrom = (patron: PatronDocument | null, secret: CardSecret | null): Credentials => ({
  patron: patron === null ? null : readPatron(patron).patron,
  secret,
  initialPin: patron === null ? null : readInitialPin(patron),
});

/** What a card is bound with, inside a transaction. */
export const bindingRecordsWithin = (transaction: Transaction, now: Clock) =>
  ({
    wechatAccount: async (openid) =>
      wechatAccountFrom(await transaction.read<Written>('wechat_accounts', openid)),
    keepWechatAccount: (openid, { card, leaving, doneRequests }) =>
      transaction.put('wechat_accounts', openid, {
        ...(card === null ? { unboundAt: now() } : { card }),
        ...(leaving.length === 0 ? {} : { leaving }),
        doneRequests,
      }),
    binding: async (card) => {
      const document = await transaction.read<BindingDocument>('card_bindings', card);
      return document && bindingFrom(document).value;
    },
    keepBinding: ({ card, ...binding }) => transaction.put('card_bindings', card, binding),
    pseudonymOf: (card) => pseudonymWithin(transaction, card),
    audit: (line) => auditWithin(transaction, line),
  }) satisfies BindingRecords;

const secretRecords = (database: Database, transaction: Transaction) =>
  ({
    credentials: async (card) =>
      credentialsFrom(
        await transaction.read<PatronDocument>('patrons', card),
        await transaction.read<CardSecret>('card_secrets', card),
      ),
    keepSecret: async (card, secret) => {
      await transaction.put('card_secrets', card, secret);
      await transaction.change('patrons', card, { initialPin: database.command.remove() });
    },
  }) satisfies Partial<CardRecords>;

/** The records of cards and WeChats, inside a transaction. */
export const cardRecordsWithin = (database: Database, now: Clock, transaction: Transaction): CardRecords => ({
  ...bindingRecordsWithin(transaction, now),
  endBinding: (card) => transaction.remove('card_bindings', card),
  ...guessRecords(transaction),
  ...secretRecords(database, transaction),
});

/** The records of cards and WeChats in the cloud database, in transactions. */
export const cloudCardRecords =
  (database: Database, now: Clock): WithRecords =>
  (work) =>
    inTransaction(database)((transaction) => work(cardRecordsWithin(database, now, transaction)));

/** What is read of cards and WeChats outside a transaction. */
export const cloudCardReads = (database: Database, now: Clock): CardReads => {
  const list = cloudFaults(database, now);
  return {
    credentials: async (card) =>
      credentialsFrom(
        ...(await Promise.all([
          documentById<PatronDocument>(database, 'patrons', card),
          documentById<CardSecret>(database, 'card_secrets', card),
        ])),
      ),
    patron: cloudPatron(database),
    cardAs: cloudCardAs(database),
    bindingOf: async (openid) => {
      const query = database.collection('card_bindings').where({ openid }).limit(1);
      const [binding] = await documentsOf<BindingDocument>(query);
      if (binding === undefined) return null;
      const read = bindingFrom(binding);
      await nameDamage(list, [read]);
      return read.value;
    },
    wechatAccountOf: async (openid) =>
      wechatAccountFrom(await documentById<Written>(database, 'wechat_accounts', openid)),
  };
};

/** A line of the audit log that belongs to no transaction. */
export const cloudAudit =
  (database: Database): Audit =>
  (line) =>
    auditAlone(database, line);
