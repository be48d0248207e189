import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { placingRefusals } from '../wording/zh-CN/circulation/holds';
import { holdOfferWording } from '../wording/zh-CN/circulation/holds-page';
import { renewalDetails } from '../wording/zh-CN/circulation/renewal';
import { dayLabel } from './day-labels';
import { yuan } from './money';
import type { ReasonLine } from './renewal-reasons';

type Reason = Output<ActionOf<'circulation.holdOffer'>>['reasons'][number];

function titleOf(reason: Reason, today: string): string {
  if ('endedOn' in reason) return renewalDetails.expiredOn(dayLabel(reason.endedOn, today));
  if ('owed' in reason) return renewalDetails.owed(yuan(reason.owed), yuan(reason.limit));
  if ('limit' in reason) return holdOfferWording.limit(reason.limit);
  if ('copies' in reason) return holdOfferWording.copiesFree(reason.copies);
  return placingRefusals[reason.code].title;
}

/** Every reason why a hold cannot be placed, the headline first. */
export const holdReasonLines = (reasons: readonly Reason[], today: string): readonly ReasonLine[] =>
  reasons.map((reason) => ({
    code: reason.code,
    title: titleOf(reason, today),
    advice: placingRefusals[reason.code].advice,
  }));
