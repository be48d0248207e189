import { doneRequestsIn } from '../../kernel/request-keys';
import { auditWithin } from '../../kernel/wechat/cloud-audit';
import { inTransaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import type { ReadPseudonym, WithTerm } from '../ports/digital-card';
import { patronWithin } from './cloud-patrons';

type WechatAccount = { readonly doneRequests?: unknown };

/** The membership of a card and what its WeChat asked for lately, inside a transaction. */
export const cloudTermRecords =
  (database: Database): WithTerm =>
  (work) =>
    inTransaction(database)((transaction) =>
      work({
        patron: (card) => patronWithin(transaction, card),
        doneRequests: async (openid) =>
          doneRequestsIn((await transaction.read<WechatAccount>('wechat_accounts', openid))?.doneRequests),
        keepDoneRequests: (openid, doneRequests) =>
          transaction.change('wechat_accounts', openid, { doneRequests }),
        prolong: (card, category, endsOn) => transaction.change('patrons', card, { category, endsOn }),
        audit: (line) => auditWithin(transaction, line),
      }),
    );

/** What stands for a card in the audit log. */
export const cloudPseudonym =
  (database: Database): ReadPseudonym =>
  async (card) =>
    (await documentById<{ readonly pseudonym: string }>(database, 'pseudonyms', card))?.pseudonym ?? null;
