import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { unbindingWording } from '../wording/zh-CN/membership/binding';
import { yuan } from './money';

type Loans = Output<ActionOf<'circulation.loans'>>['loans'];

/** What stays owed on a card after it is unbound; null where the library has not told what is borrowed. */
export function whatStays(loans: Loans | null): readonly string[] {
  if (loans === null) return [unbindingWording.notKnown];
  const late = loans.filter(({ daysLeft }) => daysLeft < 0);
  const fee = late.reduce((sum, { fineSoFar }) => sum + fineSoFar, 0);
  const lines = [
    ...(loans.length > 0 ? [unbindingWording.loansStay(loans.length)] : []),
    ...(late.length > 0 ? [unbindingWording.overdueStay(late.length, yuan(fee))] : []),
  ];
  return lines.length > 0 ? lines : [unbindingWording.nothingStays];
}
