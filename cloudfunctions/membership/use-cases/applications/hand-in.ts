import type { AuditLine } from '../../../kernel/audit';
import type { Clock } from '../../../kernel/clock';
import { libraryDay } from '../../../kernel/library-day';
import type { DoneRequest } from '../../../kernel/request-keys';
import type {
  ApplicationRecords,
  NewSecretName,
  PhoneNumberOf,
  ReadCategories,
  WithApplications,
} from '../../ports/applications';
import { attachProofs, newApplicant, proofsOf, type Applicant } from '../../domain/applications/applicant';
import type { Application, Guardian } from '../../domain/applications/application';
import { checkDetails, type DetailRefusal } from '../../domain/applications/application-check';
import { consentVersions } from '../../domain/consent';
import { ownLine } from '../own-line';
import type { PatronCategory } from '../../domain/patrons/patron-category';
import { showApplication, type ShownApplication } from './show-application';

export type HandInNeeds = {
  readonly withApplications: WithApplications;
  readonly categories: ReadCategories;
  readonly phoneNumberOf: PhoneNumberOf;
  readonly newName: NewSecretName;
  readonly now: Clock;
};

/** What an applicant filled in. */
export type Given = {
  readonly category: string;
  readonly name: string;
  readonly phone: { readonly number: string } | { readonly code: string };
  readonly birthYear: number;
  readonly guardian: Guardian | null;
  readonly proofIds: readonly string[];
  readonly consentVersion: number | null;
  readonly requestKey: string;
};

/** What was filled in once it was found to be complete, its phone number known. */
export type Complete = Omit<Given, 'phone'> & {
  readonly phone: string;
  /** All that was asked, before the phone number was known: it tells one request from another. */
  readonly asked: string;
};
export type Completed =
  | { readonly complete: Complete; readonly categories: readonly PatronCategory[] }
  | { readonly reasons: readonly (DetailRefusal | { readonly code: 'phone-not-given' })[] };

/** What was filled in, as one text; as personal as the answer that is kept beside it. */
export const askedIn = ({
  category,
  name,
  phone,
  birthYear,
  guardian,
  proofIds,
  consentVersion,
}: Given): string => JSON.stringify([category, name, phone, birthYear, guardian, proofIds, consentVersion]);

/** Checks what can be checked without the records. WeChat is asked for the number last, since each question costs. */
export const complete = async (
  { categories: readCategories, phoneNumberOf, now }: HandInNeeds,
  given: Given,
): Promise<Completed> => {
  const categories = await readCategories();
  const category = categories.find((one) => one.category === given.category);
  const reasons = checkDetails(given, category, libraryDay(now()));
  if (reasons.length > 0) return { reasons };
  const phone = 'number' in given.phone ? given.phone.number : await phoneNumberOf(given.phone.code);
  if (phone === null) return { reasons: [{ code: 'phone-not-given' }] };
  return { complete: { ...given, phone, asked: askedIn(given) }, categories };
};

/** The applicant behind a WeChat, new where it has never applied. */
export const applicantFor = async (
  records: ApplicationRecords,
  openid: string,
  newName: NewSecretName,
): Promise<Applicant> =>
  (await records.applicant(openid)) ?? newApplicant(openid, `p-${newName()}`, newName());

/** An application with what was filled in now; null where one of its proofs is not there. */
export const filledIn = (
  application: Application,
  applicant: Applicant,
  given: Complete,
  now: Date,
): Application | null => {
  const proofs = proofsOf(applicant, given.proofIds, now);
  if (proofs === null) return null;
  const { category, name, phone, birthYear, guardian } = given;
  const consentVersion = consentVersions['online-membership'];
  return { ...application, category, name, phone, birthYear, guardian, proofs, consentVersion };
};

/** The line that tells what applicants do with their own applications. */
export const applicantLine = (
  { pseudonym }: Applicant,
  action: string,
  target: string,
  requestKey: string,
  at: Date,
): AuditLine =>
  ownLine({ pseudonym, card: null }, { action: `membership.${action}`, target, requestKey, at });

type HandedInAnswer = { readonly application: ShownApplication };
type HandedIn = {
  readonly application: Application;
  readonly applicant: Applicant;
  readonly given: Complete;
  readonly action: 'apply' | 'correctApplication';
  readonly remember: (answer: HandedInAnswer) => readonly DoneRequest[];
  readonly categories: readonly PatronCategory[];
};

/** Writes an application that waits for staff now, with the consent, the proofs it shows and the audit line. */
export const handIn = async (
  records: ApplicationRecords,
  { application, applicant, given, action, categories, remember }: HandedIn,
  now: Date,
): Promise<HandedInAnswer> => {
  const { applicationId } = application;
  const answer = { application: showApplication(application, categories) };
  const attached = attachProofs(applicant, application, now);
  const doneRequests = remember(answer);
  await records.keepApplication({ application, decisions: [] });
  await records.keepApplicant({ ...attached, newestApplication: applicationId, doneRequests });
  const version = consentVersions['online-membership'];
  await records.keepConsent(applicant.openid, 'online-membership', { isGiven: true, version, at: now });
  await records.audit(applicantLine(applicant, action, applicationId, given.requestKey, now));
  return answer;
};
