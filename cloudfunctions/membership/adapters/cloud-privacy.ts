import type { AuditLine } from '../../kernel/audit';
import type { Clock } from '../../kernel/clock';
import { cloudIdentities } from '../../kernel/wechat/cloud-identities';
import { inTransaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { doneRequestsIn } from '../../kernel/request-keys';
import { readConsents } from '../domain/consent';
import type { DeletionRequests, LinesAbout, PersonOf, WithConsents } from '../ports/privacy';
import { applicationsWithin, type ConsentsDocument } from './cloud-applications';
import { cloudPseudonym } from './cloud-term-records';

type Applicant = { readonly pseudonym: string };
type WechatAccount = { readonly doneRequests?: unknown };

/** What somebody consented to, inside a transaction. */
export const cloudConsents =
  (database: Database): WithConsents =>
  (work) =>
    inTransaction(database)((transaction) =>
      work({
        ...applicationsWithin(transaction),
        consents: async (openid) => {
          const kept = await transaction.read<ConsentsDocument>('consents', openid);
          return { given: readConsents(kept?.given), doneRequests: doneRequestsIn(kept?.doneRequests) };
        },
        keepConsents: (openid, consents) => transaction.put('consents', openid, consents),
      }),
    );

/** The person behind a WeChat: the card that it has bound, and what stands for both in the audit log. */
export const cloudPersonOf =
  (database: Database): PersonOf =>
  async (openid) => {
    const found = await cloudIdentities(database).cardOf(openid);
    const applicant = await documentById<Applicant>(database, 'applicants', openid);
    const known =
      found.state === 'bound' ? [found.pseudonym, await cloudPseudonym(database)(found.card)] : [];
    const pseudonyms = new Set([...known, applicant?.pseudonym].filter((one) => typeof one === 'string'));
    return { openid, card: found.state === 'bound' ? found.card : null, pseudonyms: [...pseudonyms] };
  };

/** Lines of the audit log, by its index. */
export const cloudLinesAbout =
  (database: Database): LinesAbout =>
  async (pseudonyms, before, most) => {
    if (pseudonyms.length === 0) return [];
    const { command } = database;
    const earlier = before === null ? {} : { at: command.lt(before) };
    const query = database.collection('audit').where({ patron: command.in([...pseudonyms]), ...earlier });
    return documentsOf<AuditLine>(query.orderBy('at', 'desc').limit(most));
  };

/** Deletions stand where an unbound WeChat's last request stands, and are forgotten with it. */
export const cloudDeletionRequests = (database: Database, now: Clock): DeletionRequests => ({
  known: async (openid) =>
    doneRequestsIn((await documentById<WechatAccount>(database, 'wechat_accounts', openid))?.doneRequests),
  remember: async (openid, doneRequests) => {
    const document = database.collection('wechat_accounts').doc(openid);
    await document.set({ data: { unboundAt: now(), doneRequests } });
  },
});
