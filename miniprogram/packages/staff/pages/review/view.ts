import { applicationHead, detailLines, stepLines } from '../../../../format/application-lines';
import { failureNote } from '../../../../format/block-notes';
import { dayLabel } from '../../../../format/day-labels';
import { fileSize } from '../../../../format/file-size';
import { libraryDayOf } from '../../../../platform/clock';
import type { ApplicationReview } from '../../../../stores/staff/application-review';
import { applicationFormWording } from '../../../../wording/zh-CN/membership/application-form';
import { reviewWording } from '../../../../wording/zh-CN/staff/staff';

const dayOf = ({ seen }: ApplicationReview): string => libraryDayOf(seen);

const outcomeOf = (review: ApplicationReview) => {
  const { decided } = review;
  if (decided === null) return null;
  const isIssued = decided.state === 'approved';
  return {
    title: isIssued ? reviewWording.issued : reviewWording.sentBack,
    advice: isIssued ? reviewWording.issuedAdvice : reviewWording.sentBackFor(review.reason.trim()),
    card: decided.card ?? '',
    endsOn: decided.endsOn === null ? '' : reviewWording.endsOn(dayLabel(decided.endsOn, dayOf(review))),
  };
};

/** What staff see of one application. */
export const reviewFields = {
  status: ({ seen }: ApplicationReview) => seen.status,
  failure: ({ seen }: ApplicationReview) => failureNote('membership.reviewApplication', seen.failure),
  head: (review: ApplicationReview) =>
    review.application === null ? null : applicationHead(review.application, dayOf(review)),
  details: ({ application }: ApplicationReview) => (application === null ? [] : detailLines(application)),
  steps: (review: ApplicationReview) =>
    review.application === null ? [] : stepLines(review.application, dayOf(review)),
  proofs: ({ application }: ApplicationReview) =>
    (application?.proofs ?? []).map(({ proofId, kind, bytes }, place) => ({
      proofId,
      isPicture: kind !== 'pdf',
      name: reviewWording.proofName(place + 1),
      about: reviewWording.proof(
        kind === 'pdf' ? applicationFormWording.document : applicationFormWording.picture,
        fileSize(bytes),
      ),
    })),
  canDecide: ({ application, decided }: ApplicationReview) =>
    application?.state === 'submitted' && decided === null,
  reason: (review: ApplicationReview) => review.reason,
  deciding: (review: ApplicationReview) => review.deciding,
  decideFailure: (review: ApplicationReview) => failureNote('membership.decideApplication', review.failure),
  outcome: outcomeOf,
};
