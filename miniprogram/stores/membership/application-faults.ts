import { isPhoneNumber, typedNumber } from './phone-number';
import type { FormField, FormTexts } from './application-draft';

export type FormStep = 1 | 2 | 3;
/** What is to be mended before the next step. */
export type FormFault = FormField | 'category' | 'proof' | 'sending' | 'consent';

/** What of a form decides whether a step is complete. */
type Filled = {
  readonly offer: { readonly proof: string | null } | null;
  readonly texts: FormTexts;
  readonly phoneCode: string | null;
  readonly isMinor: boolean;
  readonly hasConsent: boolean;
  readonly proofs: { readonly isSending: boolean; readonly sentIds: readonly string[] };
};

function faultInDetails({ offer, texts, phoneCode, isMinor }: Filled): FormFault | null {
  if (offer === null) return 'category';
  if (texts.name.trim() === '') return 'name';
  if (phoneCode === null && !isPhoneNumber(texts.phone)) return 'phone';
  if (!/^(19|20)\d\d$/.test(typedNumber(texts.birthYear))) return 'birthYear';
  if (!isMinor) return null;
  if (texts.guardianName.trim() === '') return 'guardianName';
  return isPhoneNumber(texts.guardianPhone) ? null : 'guardianPhone';
}

function faultInProofs({ offer, proofs }: Filled): FormFault | null {
  if (proofs.isSending) return 'sending';
  return offer !== null && offer.proof !== null && proofs.sentIds.length === 0 ? 'proof' : null;
}

/** The first thing that keeps a step from being complete; null = it is. */
export function faultAtStep(step: FormStep, filled: Filled): FormFault | null {
  if (step === 1) return faultInDetails(filled);
  if (step === 2) return faultInProofs(filled);
  return filled.hasConsent ? null : 'consent';
}
