import type { AuditLine } from '../../../kernel/audit';
import { answeredBefore, once, type DoneRequest, type OtherRequest } from '../../../kernel/request-keys';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { ApplicationRecords, NewSecretName, WithApplications } from '../../ports/applications';
import { attachProofs, newApplicant, type Applicant } from '../../domain/applications/applicant';
import type { Application } from '../../domain/applications/application';
import { consentVersions } from '../../domain/consent';
import { ownLine } from '../own-line';
import type { PatronCategory } from '../../domain/patrons/patron-category';
import { askedIn, complete, filledIn, type FillInNeeds, type Given, type Incomplete } from './fill-in';
import { showApplication, type ShownApplication } from './show-application';

export type HandInNeeds = FillInNeeds & {
  readonly withApplications: WithApplications;
  readonly newName: NewSecretName;
};

/** The application as it is to be filled in and handed in; refused where there is none. */
type Open<R> = (
  records: ApplicationRecords,
  applicant: Applicant,
  categories: readonly PatronCategory[],
  now: Date,
) => Promise<Result<Application, R>>;

/** What a WeChat hands in: a new application, or a corrected one. */
export type Wish<R> = {
  readonly openid: string;
  readonly given: Given;
  readonly action: 'apply' | 'correctApplication';
  /** The application that it is about; null for a new one. */
  readonly target: string | null;
  readonly open: Open<R>;
};
type HandedIn = { readonly application: ShownApplication };

/** The applicant behind a WeChat, new where it has never applied. */
export const applicantFor = async (
  records: ApplicationRecords,
  openid: string,
  newName: NewSecretName,
): Promise<Applicant> =>
  (await records.applicant(openid)) ?? newApplicant(openid, `p-${newName()}`, newName());

/** The line that tells what applicants do with their own applications. */
export const applicantLine = (
  { pseudonym }: Applicant,
  action: string,
  target: string,
  requestKey: string,
  at: Date,
): AuditLine =>
  ownLine({ pseudonym, card: null }, { action: `membership.${action}`, target, requestKey, at });

/**
 * What this very request was answered before; null where it is new. Looked up before anything is checked, since asking
 * WeChat for a phone number costs, and its code is good for one question only.
 */
const handedInBefore = (
  { withApplications, now }: HandInNeeds,
  openid: string,
  key: string,
  request: string,
) =>
  withApplications(async (records) => {
    const applicant = await records.applicant(openid);
    if (applicant === null) return null;
    return answeredBefore<HandedIn>({ key, request, done: applicant.doneRequests, at: now() });
  });

type Writing = {
  readonly application: Application;
  readonly applicant: Applicant;
  readonly requestKey: string;
  readonly action: Wish<never>['action'];
  readonly doneRequests: readonly DoneRequest[];
};

/** Writes an application that waits for staff now, with the consent, the proofs it shows and the audit line. */
const write = async (
  records: ApplicationRecords,
  { application, applicant, requestKey, action, doneRequests }: Writing,
  now: Date,
): Promise<void> => {
  const { applicationId } = application;
  const attached = attachProofs(applicant, application, now);
  await records.keepApplication({ application, decisions: [] });
  await records.keepApplicant({ ...attached, newestApplication: applicationId, doneRequests });
  const version = consentVersions['online-membership'];
  await records.keepConsent(applicant.openid, 'online-membership', { isGiven: true, version, at: now });
  await records.audit(applicantLine(applicant, action, applicationId, requestKey, now));
};

/** Hands an application in, once for each request; from then on it waits for staff. */
export const handIn = async <R>(
  needs: HandInNeeds,
  { openid, given, action, target, open }: Wish<R>,
): Promise<Result<HandedIn, R | Incomplete | OtherRequest | { readonly code: 'no-such-proof' }>> => {
  const { requestKey } = given;
  const request = [action, ...(target === null ? [] : [target]), askedIn(given)].join('/');
  const before = await handedInBefore(needs, openid, requestKey, request);
  if (before !== null) return before;
  const completed = await complete(needs, given);
  if ('reasons' in completed) return refuse(...completed.reasons);
  const { complete: filled, categories } = completed;
  return needs.withApplications(async (records) => {
    const now = needs.now();
    const applicant = await applicantFor(records, openid, needs.newName);
    const asked = { key: requestKey, request, done: applicant.doneRequests, at: now };
    return once<HandedIn, R | { readonly code: 'no-such-proof' }>(asked, async (remember) => {
      const opened = await open(records, applicant, categories, now);
      if (!opened.ok) return opened;
      const application = filledIn(opened.value, applicant, filled, now);
      if (application === null) return refuse({ code: 'no-such-proof' });
      const answer = { application: showApplication(application, categories) };
      const doneRequests = remember(answer);
      await write(records, { application, applicant, requestKey, action, doneRequests }, now);
      return ok(answer);
    });
  });
};
