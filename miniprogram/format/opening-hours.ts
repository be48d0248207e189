import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { dayWording } from '../wording/zh-CN/library-day';
import { dayLabel, timeLabel } from './day-labels';

type Branch = Output<ActionOf<'library.today'>>['branches'][number];

/** One line of the opening hours: `isOpen` also says how to colour it. */
export type BranchLine = {
  readonly branchId: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly status: string;
  /** Today's hours and the address, of what is known. */
  readonly detail: string;
  readonly phone: string;
};

function statusOf({ hours, isOpen, nextChange }: Branch, today: string): string {
  if (hours === null) return dayWording.hoursNotKnown;
  if (isOpen) {
    if (nextChange === null) return dayWording.openNow;
    const until = nextChange.day === today ? '' : `${dayLabel(nextChange.day, today)} `;
    return dayWording.openUntil(until + timeLabel(nextChange.time));
  }
  if (nextChange !== null)
    return dayWording.opensAt(dayLabel(nextChange.day, today), timeLabel(nextChange.time));
  return hours.length === 0 ? dayWording.closedToday : dayWording.closedNow;
}

/** Whether a branch is open on the library's day `today`, until when, and its hours today: `8:00–22:30`. */
export function branchLine(branch: Branch, today: string): BranchLine {
  const spans = (branch.hours ?? []).map(({ opens, closes }) => `${timeLabel(opens)}–${timeLabel(closes)}`);
  return {
    branchId: branch.branchId,
    name: branch.name,
    isOpen: branch.isOpen,
    status: statusOf(branch, today),
    detail: [...spans, branch.address].filter(Boolean).join(' · '),
    phone: branch.phone ?? '',
  };
}
