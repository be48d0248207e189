import type { Clock } from '../../kernel/clock';
import { nameDamage, namingDamage, sound } from '../../kernel/damaged-record';
import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import { isDamage, type Understood, type Written } from '../../kernel/written-fields';
import { auditWithin } from '../../kernel/wechat/cloud-audit';
import { tellWithin } from '../../kernel/wechat/cloud-messages';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { ApplicationReads, ApplicationRecords, WithApplications } from '../ports/applications';
import { nextRemoval } from '../domain/applications/applicant';
import { readApplicant } from '../domain/applications/read-applicant';
import { readApplication } from '../domain/applications/read-application';
import { readConsents } from '../domain/consent';
import { doneRequestsIn } from '../../kernel/request-keys';
import { bindingRecordsWithin } from './cloud-card-records';
import { cardsWithin } from './cloud-issued-cards';

type Kept = Written & { readonly _id: string };
export type ConsentsDocument = { readonly given?: unknown; readonly doneRequests?: unknown };

/** Applicants and applications, inside a transaction. */
export const applicationsWithin = (transaction: Transaction) =>
  ({
    applicant: async (openid) => {
      const found = await transaction.read<Kept>('applicants', openid);
      return found && sound(readApplicant(openid, found));
    },
    keepApplicant: ({ openid, ...applicant }) =>
      transaction.put('applicants', openid, {
        ...applicant,
        nextRemovalAt: nextRemoval({ ...applicant, openid }),
      }),
    application: async (id) => {
      const found = await transaction.read<Kept>('applications', id);
      const decisions = doneRequestsIn(found?.['decisions']);
      return found && { application: sound(readApplication(id, found)), decisions };
    },
    keepApplication: ({ application: { applicationId, ...application }, decisions }) =>
      transaction.put('applications', applicationId, { ...application, decisions }),
    keepConsent: async (openid, kind, consent) => {
      const kept = await transaction.read<ConsentsDocument>('consents', openid);
      const given = { ...readConsents(kept?.given), [kind]: consent };
      const doneRequests = doneRequestsIn(kept?.doneRequests);
      await transaction.put('consents', openid, { given, doneRequests });
    },
    tell: (message) => tellWithin(transaction, message),
    audit: (line) => auditWithin(transaction, line),
  }) satisfies Partial<ApplicationRecords>;

/** Applicants, applications and the cards they get in the cloud database, inside a transaction. */
export const cloudApplicationRecords =
  (database: Database, now: Clock): WithApplications =>
  (work) =>
    namingDamage(
      inTransaction(database),
      cloudFaults(database, now),
    )((transaction) =>
      work({
        ...bindingRecordsWithin(transaction, now),
        ...applicationsWithin(transaction),
        ...cardsWithin(transaction),
      }),
    );

/** What is read of applicants and applications outside a transaction. */
export const cloudApplicationReads = (database: Database, now: Clock): ApplicationReads => {
  const { command } = database;
  const list = cloudFaults(database, now);
  const one = async <T>(read: Understood<T> | null): Promise<T | null> => {
    if (read === null) return null;
    await nameDamage(list, [read]);
    return sound(read);
  };
  /** One that nobody can read hides no other. */
  const many = async <T>(found: readonly Understood<T>[]): Promise<readonly T[]> => {
    await nameDamage(list, found);
    return found.flatMap(({ value, faults }) => (faults.some(isDamage) ? [] : value));
  };
  return {
    applicant: async (openid) => {
      const found = await documentById<Kept>(database, 'applicants', openid);
      return one(found && readApplicant(openid, found));
    },
    application: async (id) => {
      const found = await documentById<Kept>(database, 'applications', id);
      return one(found && readApplication(id, found));
    },
    consents: async (openid) =>
      readConsents((await documentById<ConsentsDocument>(database, 'consents', openid))?.given),
    inState: async (state, from, most) => {
      const since = from === null ? {} : { submittedAt: command.gte(from) };
      const query = database.collection('applications').where({ state, ...since });
      const found = await documentsOf<Kept>(query.orderBy('submittedAt', 'asc').limit(most));
      return many(found.map((document) => readApplication(document._id, document)));
    },
    toClear: async (at, most) => {
      const due = command.and([command.neq(null), command.lte(at)]);
      const query = database.collection('applicants').where({ nextRemovalAt: due });
      const found = await documentsOf<Kept>(query.limit(most));
      return many(found.map((document) => readApplicant(document._id, document)));
    },
  };
};
