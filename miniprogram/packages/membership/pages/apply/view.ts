import { failureNote } from '../../../../format/block-notes';
import { offerLine } from '../../../../format/membership-lines';
import type { ApplicationForm } from '../../../../stores/membership/application-form';
import type { FormFault } from '../../../../stores/membership/application-faults';
import type { FailureOf } from '../../../../stores/failure';
import { canRetry } from '../../../../stores/membership/proof-list';
import type { ListedProof } from '../../../../stores/membership/proof-list';
import {
  applicationFormWording as wording,
  formFaults,
} from '../../../../wording/zh-CN/membership/application-form';

const faultAt = (form: ApplicationForm, place: FormFault): string =>
  form.fault === place ? formFaults[place] : '';

function failureOf({ corrected, failure }: ApplicationForm) {
  return corrected === null
    ? failureNote('membership.apply', failure as FailureOf<'membership.apply'> | null)
    : failureNote(
        'membership.correctApplication',
        failure as FailureOf<'membership.correctApplication'> | null,
      );
}

const proofStates: Readonly<Record<ListedProof['state'], (item: ListedProof) => string>> = {
  sent: () => wording.sent,
  sending: ({ percent }) => wording.sending(percent),
  failed: ({ failure }) => failureNote('membership.uploadProof', failure).title,
};

const proofTile = (item: ListedProof) => ({
  proofId: item.proofId,
  state: item.state,
  note: proofStates[item.state](item),
  advice: canRetry(item) ? wording.retry : failureNote('membership.uploadProof', item.failure).advice,
  thumb: item.isPicture ? item.path : '',
  kind: item.isPicture ? wording.picture : wording.document,
  percent: item.percent,
});

const summary = ({ offer, texts, phoneCode, isMinor, proofs }: ApplicationForm) => [
  { name: wording.name, text: texts.name },
  { name: wording.phone, text: phoneCode === null ? texts.phone : wording.phoneGiven },
  { name: wording.birthYear, text: texts.birthYear },
  ...(isMinor ? [{ name: wording.guardianName, text: `${texts.guardianName} ${texts.guardianPhone}` }] : []),
  ...(offer?.proof === null
    ? []
    : [{ name: wording.proofs, text: wording.proofsCount(proofs.sentIds.length) }]),
];

function actionOf({ step, isSending, corrected }: ApplicationForm): string {
  if (step < 3) return wording.next;
  if (isSending) return wording.submitting;
  return corrected === null ? wording.submit : wording.submitAgain;
}

/** Refusals that only the page of the application itself can resolve. */
const resolvedElsewhere = new Set<ApplicationForm['failure']>([
  'open-application',
  'already-decided',
  'no-such-application',
  'has-card',
]);

/** What the form shows of its store. */
export const applyFields = {
  offersStatus: ({ offers }: ApplicationForm) => offers.status,
  offersFailure: ({ offers }: ApplicationForm) => failureNote('membership.onlineCategories', offers.failure),
  offers: ({ offers }: ApplicationForm) => (offers.value?.categories ?? []).map(offerLine),
  offer: ({ offer }: ApplicationForm) => (offer === null ? null : offerLine(offer)),
  step: (form: ApplicationForm) => form.step,
  stepOf: (form: ApplicationForm) => wording.stepOf(form.step),
  category: (form: ApplicationForm) => form.category,
  texts: (form: ApplicationForm) => form.texts,
  hasPhoneCode: (form: ApplicationForm) => form.phoneCode !== null,
  isMinor: (form: ApplicationForm) => form.isMinor,
  hasConsent: (form: ApplicationForm) => form.hasConsent,
  refusedBecause: ({ corrected }: ApplicationForm) => {
    const last = corrected?.steps[corrected.steps.length - 1];
    return last?.state === 'refused' ? wording.refusedBecause(last.reason ?? '') : '';
  },
  faults: (form: ApplicationForm) => ({
    category: faultAt(form, 'category'),
    name: faultAt(form, 'name'),
    phone: faultAt(form, 'phone'),
    birthYear: faultAt(form, 'birthYear'),
    guardianName: faultAt(form, 'guardianName'),
    guardianPhone: faultAt(form, 'guardianPhone'),
    proof: faultAt(form, 'proof') || faultAt(form, 'sending'),
    consent: faultAt(form, 'consent'),
  }),
  tiles: ({ proofs }: ApplicationForm) => proofs.items.map(proofTile),
  hasRoom: ({ proofs }: ApplicationForm) => proofs.room > 0,
  summary,
  failure: failureOf,
  leadsToApplication: ({ failure }: ApplicationForm) => resolvedElsewhere.has(failure),
  isSending: (form: ApplicationForm) => form.isSending,
  action: actionOf,
};
