import * as v from 'valibot';
import { Count, DayText, Id, Instant, none } from '../../kernel/contract-values';
import { applicationStates } from '../domain/applications/application';
import { categoryRights } from '../domain/patrons/patron-category';
import { phoneNumberPattern, typedPhoneNumber } from '../domain/applications/phone-number';
import { mostProofs, proofKinds } from '../domain/applications/proof';
import { PersonName } from './binding';

/** As it is kept; widths do not matter. */
const PhoneNumber = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform(typedPhoneNumber),
  v.regex(phoneNumberPattern),
);
export const CategoryCode = v.pipe(v.string(), v.nonEmpty(), v.maxLength(64));

export const Category = v.object({
  category: CategoryCode,
  name: v.string(),
  membershipDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
  loanLimit: Count,
  holdLimit: Count,
  rights: v.array(v.picklist(categoryRights)),
  /** What is to be proven, in the library's words; null = nothing. */
  proof: v.nullable(v.string()),
});

export const Proof = v.object({ proofId: Id, kind: v.picklist(proofKinds), bytes: Count });
const Guardian = v.object({ name: PersonName, phone: PhoneNumber });
const Step = v.object({ state: v.picklist(applicationStates), at: Instant, reason: v.nullable(v.string()) });

/** What an applicant fills in; the phone number typed, or the code that WeChat's phone-number button gave. */
export const Details = v.object({
  category: CategoryCode,
  name: PersonName,
  phone: v.union([
    v.object({ number: PhoneNumber }),
    v.object({ code: v.pipe(v.string(), v.maxLength(512)) }),
  ]),
  birthYear: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
  /** Who is under 14 needs one, who consents to all of this. */
  guardian: v.nullable(Guardian),
  proofIds: v.pipe(v.array(Id), v.maxLength(mostProofs)),
  /** The version of the words that were consented to; null = not consented. */
  consentVersion: v.nullable(Count),
});

export const Application = v.object({
  applicationId: Id,
  state: v.picklist(applicationStates),
  revision: Count,
  category: CategoryCode,
  categoryName: v.string(),
  name: v.string(),
  phone: v.string(),
  birthYear: v.number(),
  guardian: v.nullable(Guardian),
  proofs: v.array(Proof),
  /** From the first on; the reason of a refusal is in the words of staff. */
  steps: v.array(Step),
  /** It prolongs a membership that is there. */
  isRenewal: v.boolean(),
  submittedAt: Instant,
  /** The card that was issued or prolonged, and its last day. */
  maskedCard: v.nullable(v.string()),
  endsOn: v.nullable(DayText),
});

export const Link = v.object({ url: v.string(), endsAt: Instant });

/** Why an application is not taken. */
export const detailRefusals = {
  'no-such-category': none,
  /** Consent is missing, or was given to an older version of the words. */
  'consent-needed': v.object({ version: Count }),
  'guardian-needed': none,
  'proof-needed': none,
  'no-such-proof': none,
  /** WeChat gives no number for the code: ask for it to be typed. */
  'phone-not-given': none,
} as const;
