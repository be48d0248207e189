import type { AuditLine } from '../../kernel/audit';
import type { Person } from '../../kernel/personal-data';
import type { DoneRequest } from '../../kernel/request-keys';
import type { Consents } from '../domain/consent';
import type { ApplicationRecords } from './applications';

/** What somebody consented to, with what was asked for lately. */
export type KeptConsents = { readonly given: Consents; readonly doneRequests: readonly DoneRequest[] };

/** What somebody consents to, with the application that goes on only as long as they do. */
export type ConsentRecords = Pick<
  ApplicationRecords,
  'applicant' | 'keepApplicant' | 'application' | 'keepApplication' | 'audit'
> & {
  consents(openid: string): Promise<KeptConsents>;
  keepConsents(openid: string, consents: KeptConsents): Promise<void>;
};
export type WithConsents = <T>(work: (records: ConsentRecords) => Promise<T>) => Promise<T>;

/** The person behind a WeChat. */
export type PersonOf = (openid: string) => Promise<Person>;

/** Lines of the audit log of somebody's record before an instant, the newest first. */
export type LinesAbout = (
  pseudonyms: readonly string[],
  before: Date | null,
  most: number,
) => Promise<readonly AuditLine[]>;

/** What a WeChat asked to be deleted lately, which outlives the deletion for as long as its key counts. */
export type DeletionRequests = {
  known(openid: string): Promise<readonly DoneRequest[]>;
  remember(openid: string, done: readonly DoneRequest[]): Promise<void>;
};
