import { libraryDay } from '../../../kernel/library-day';
import type { Clock } from '../../../kernel/clock';
import type { PhoneNumberOf, ReadCategories } from '../../ports/applications';
import { proofsOf, type Applicant } from '../../domain/applications/applicant';
import type { Application, Guardian } from '../../domain/applications/application';
import { checkDetails, type DetailRefusal } from '../../domain/applications/application-check';
import { consentVersions } from '../../domain/consent';
import type { PatronCategory } from '../../domain/patrons/patron-category';

export type FillInNeeds = {
  readonly categories: ReadCategories;
  readonly phoneNumberOf: PhoneNumberOf;
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
export type Complete = Omit<Given, 'phone'> & { readonly phone: string };
export type Incomplete = DetailRefusal | { readonly code: 'phone-not-given' };
type Completed =
  | { readonly complete: Complete; readonly categories: readonly PatronCategory[] }
  | { readonly reasons: readonly Incomplete[] };

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
  { categories: readCategories, phoneNumberOf, now }: FillInNeeds,
  given: Given,
): Promise<Completed> => {
  const categories = await readCategories();
  const category = categories.find((one) => one.category === given.category);
  const reasons = checkDetails(given, category, libraryDay(now()));
  if (reasons.length > 0) return { reasons };
  const phone = 'number' in given.phone ? given.phone.number : await phoneNumberOf(given.phone.code);
  if (phone === null) return { reasons: [{ code: 'phone-not-given' }] };
  return { complete: { ...given, phone }, categories };
};

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
