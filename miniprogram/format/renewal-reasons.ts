import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import {
  backByItsDay,
  renewalDetails,
  renewalReasons,
  renewalSteps,
} from '../wording/zh-CN/circulation/renewal';
import { dayLabel } from './day-labels';
import { yuan } from './money';

export type RenewalDecision = Output<ActionOf<'circulation.loans'>>['loans'][number]['renewal'];
export type RenewalReason = Extract<RenewalDecision, { granted: false }>['reasons'][number];

/** One reason in words, and what to do next: empty where nothing can be done about it but wait. */
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

const steps: Partial<Readonly<Record<RenewalReason['code'], string>>> = renewalSteps;

const alone = (reason: RenewalReason, today: string): ReasonLine => ({
  code: reason.code,
  title: titleOf(reason, today),
  advice: adviceOf(reason, today),
});

/** Where the book is to come back at once, 'by its day' is no advice. */
const isForNow = ({ code }: RenewalReason): boolean => code === 'overdue' || code === 'recalled';

/** A reason beside others: neither its day nor what one does about it makes the renewal possible by itself. */
function amongOthers(reason: RenewalReason, reasons: readonly RenewalReason[], today: string): ReasonLine {
  const step = steps[reason.code] ?? adviceOf(reason, today);
  const title =
    reason.code === 'too-soon'
      ? renewalDetails.notBefore(dayLabel(reason.opensOn, today))
      : titleOf(reason, today);
  return { code: reason.code, title, advice: step === backByItsDay && reasons.some(isForNow) ? '' : step };
}

/** Every reason why a renewal is refused, the headline first. */
export const reasonLines = (reasons: readonly RenewalReason[], today: string): readonly ReasonLine[] =>
  reasons.map((reason) =>
    reasons.length === 1 ? alone(reason, today) : amongOthers(reason, reasons, today),
  );
