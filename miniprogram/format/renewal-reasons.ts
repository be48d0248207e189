import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { renewalDetails, renewalReasons } from '../wording/zh-CN/circulation/renewal';
import { dayLabel } from './day-labels';
import { yuan } from './money';

export type RenewalDecision = Output<ActionOf<'circulation.loans'>>['loans'][number]['renewal'];
export type RenewalReason = Extract<RenewalDecision, { granted: false }>['reasons'][number];

/** One reason in words, and what to do next. */
export type ReasonLine = { readonly code: string; readonly title: string; readonly advice: string };

function titleOf(reason: RenewalReason, today: string): string {
  const said = (day: string): string => dayLabel(day, today);
  if ('endedOn' in reason) return renewalDetails.expiredOn(said(reason.endedOn));
  if ('owed' in reason) return renewalDetails.owed(yuan(reason.owed), yuan(reason.limit));
  if ('overdueDays' in reason) return renewalDetails.overdueDays(reason.overdueDays);
  if ('waiting' in reason) return renewalDetails.waiting(reason.waiting);
  if ('limit' in reason) return limitTitle(reason.limit);
  if ('opensOn' in reason) return renewalDetails.opensOn(said(reason.opensOn));
  if ('dueOn' in reason) return renewalDetails.changedTo(said(reason.dueOn));
  if ('wouldBe' in reason) return renewalDetails.wouldBe(said(reason.wouldBe));
  return renewalReasons[reason.code].title;
}

/** No limit configured refuses too; none allowed says what the rule is, not that something was used up. */
function limitTitle(limit: number | null): string {
  if (limit === null) return renewalDetails.noLimitSet;
  return limit === 0 ? renewalReasons['not-renewable'].title : renewalDetails.limit(limit);
}

const adviceOf = (reason: RenewalReason, today: string): string =>
  reason.code === 'too-soon'
    ? renewalDetails.comeBackOn(dayLabel(reason.opensOn, today))
    : renewalReasons[reason.code].advice;

/** Every reason why a renewal is refused, the headline first. */
export const reasonLines = (reasons: readonly RenewalReason[], today: string): readonly ReasonLine[] =>
  reasons.map((reason) => ({
    code: reason.code,
    title: titleOf(reason, today),
    advice: adviceOf(reason, today),
  }));
