import type { Clock } from '../../kernel/clock';
import { auditWithin } from '../../kernel/wechat/cloud-audit';
import { tellWithin } from '../../kernel/wechat/cloud-messages';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { ApplicationReads, ApplicationRecords, WithApplications } from '../ports/applications';
import { nextRemoval, type Applicant } from '../domain/applications/applicant';
import type { Application } from '../domain/applications/application';
import { readConsents } from '../domain/consent';
import { doneRequestsIn, type DoneRequest } from '../../kernel/request-keys';
import { bindingRecordsWithin } from './cloud-card-records';
import { cardsWithin } from './cloud-issued-cards';

type ApplicantDocument = Omit<Applicant, 'openid'> & { readonly _id: string };
type ApplicationDocument = Omit<Application, 'applicationId'> & {
  readonly _id: string;
  readonly decisions: readonly DoneRequest[];
};
export type ConsentsDocument = { readonly given?: unknown; readonly doneRequests?: unknown };

const applicantFrom = (document: ApplicantDocument): Applicant => {
  const { _id: openid, pseudonym, folder, newestApplication, files, parts, doneRequests } = document;
  return { openid, pseudonym, folder, newestApplication, files, parts, doneRequests };
};

const applicationFrom = ({ _id, decisions: _decisions, ...rest }: ApplicationDocument): Application => ({
  ...rest,
  applicationId: _id,
});

/** Applicants and applications, inside a transaction. */
export const applicationsWithin = (transaction: Transaction) =>
  ({
    applicant: async (openid) => {
      const found = await transaction.read<ApplicantDocument>('applicants', openid);
      return found && applicantFrom(found);
    },
    keepApplicant: ({ openid, ...applicant }) =>
      transaction.put('applicants', openid, {
        ...applicant,
        nextRemovalAt: nextRemoval({ ...applicant, openid }),
      }),
    application: async (id) => {
      const found = await transaction.read<ApplicationDocument>('applications', id);
      return found && { application: applicationFrom(found), decisions: found.decisions };
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
    inTransaction(database)((transaction) =>
      work({
        ...bindingRecordsWithin(transaction, now),
        ...applicationsWithin(transaction),
        ...cardsWithin(transaction),
      }),
    );

/** What is read of applicants and applications outside a transaction. */
export const cloudApplicationReads = (database: Database): ApplicationReads => {
  const { command } = database;
  return {
    applicant: async (openid) => {
      const found = await documentById<ApplicantDocument>(database, 'applicants', openid);
      return found && applicantFrom(found);
    },
    application: async (id) => {
      const found = await documentById<ApplicationDocument>(database, 'applications', id);
      return found && applicationFrom(found);
    },
    consents: async (openid) =>
      readConsents((await documentById<ConsentsDocument>(database, 'consents', openid))?.given),
    inState: async (state, from, most) => {
      const since = from === null ? {} : { submittedAt: command.gte(from) };
      const query = database.collection('applications').where({ state, ...since });
      const found = await documentsOf<ApplicationDocument>(query.orderBy('submittedAt', 'asc').limit(most));
      return found.map(applicationFrom);
    },
    toClear: async (now, most) => {
      const due = command.and([command.neq(null), command.lte(now)]);
      const query = database.collection('applicants').where({ nextRemovalAt: due });
      return (await documentsOf<ApplicantDocument>(query.limit(most))).map(applicantFrom);
    },
  };
};
