import type { Clock } from '../../kernel/clock';
import { auditAlone, auditWithin } from '../../kernel/wechat/cloud-audit';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { noWechatAccount, type WechatAccount, type Binding } from '../domain/card/card-binding';
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

type BindingDocument = Omit<Binding, 'card'> & { readonly _id: string };
type WechatAccountDocument = Partial<Omit<WechatAccount, 'card'>> & { readonly card?: string };

const bindingFrom = ({ _id, openid, pseudonym, version, boundAt }: BindingDocument): Binding => ({
  card: _id,
  openid,
  pseudonym,
  version,
  boundAt,
});

const wechatAccountFrom = (document: WechatAccountDocument | null | undefined): WechatAccount => ({
  card: document?.card ?? null,
  leaving: document?.leaving ?? noWechatAccount.leaving,
  doneRequests: document?.doneRequests ?? noWechatAccount.doneRequests,
});

const credentialsFrom = (patron: PatronDocument | null, secret: CardSecret | null): Credentials => ({
  patron: patron === null ? null : readPatron(patron).patron,
  secret,
  initialPin: patron === null ? null : readInitialPin(patron),
});

/** What a card is bound with, inside a transaction. */
export const bindingRecordsWithin = (transaction: Transaction, now: Clock) =>
  ({
    wechatAccount: async (openid) =>
      wechatAccountFrom(await transaction.read<WechatAccountDocument>('wechat_accounts', openid)),
    keepWechatAccount: (openid, { card, leaving, doneRequests }) =>
      transaction.put('wechat_accounts', openid, {
        ...(card === null ? { unboundAt: now() } : { card }),
        ...(leaving.length === 0 ? {} : { leaving }),
        doneRequests,
      }),
    binding: async (card) => {
      const document = await transaction.read<BindingDocument>('card_bindings', card);
      return document && bindingFrom(document);
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
export const cloudCardReads = (database: Database): CardReads => {
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
      return binding ? bindingFrom(binding) : null;
    },
    wechatAccountOf: async (openid) =>
      wechatAccountFrom(await documentById<WechatAccountDocument>(database, 'wechat_accounts', openid)),
  };
};

/** A line of the audit log that belongs to no transaction. */
export const cloudAudit =
  (database: Database): Audit =>
  (line) =>
    auditAlone(database, line);
