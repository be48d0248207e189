import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { unbindingWording } from '../wording/zh-CN/membership/binding';
import type { Loan } from './loan-row';
import { yuan } from './money';

type Loans = readonly Loan[];
type Line = { readonly icon: 'loans' | 'clock' | 'fine'; readonly text: string };

function borrowed(loans: Loans): readonly Line[] {
  const late = loans.filter(({ daysLeft }) => daysLeft < 0);
  const fee = late.reduce((sum, { fineSoFar }) => sum + fineSoFar, 0);
  const { loansStay, overdueStay } = unbindingWording;
  return [
    ...(loans.length > 0 ? [{ icon: 'loans', text: loansStay(loans.length) } as const] : []),
    ...(late.length > 0 ? [{ icon: 'clock', text: overdueStay(late.length, yuan(fee)) } as const] : []),
  ];
}

function ofFines(owed: number | null): readonly Line[] {
  const { finesStay, finesNotKnown } = unbindingWording;
  if (owed === null) return [{ icon: 'fine', text: finesNotKnown }];
  return owed > 0 ? [{ icon: 'fine', text: finesStay(yuan(owed)) }] : [];
}

/** What stays on a card after it is unbound; null where the library has not told what is borrowed, or owed (fen). */
export function whatStays(loans: Loans | null, owed: number | null): readonly Line[] {
  const { nothingKnown, loansNotKnown, nothingStays } = unbindingWording;
  if (loans === null && owed === null) return [{ icon: 'loans', text: nothingKnown }];
  const ofLoans = loans === null ? [{ icon: 'loans', text: loansNotKnown } as const] : borrowed(loans);
  const lines = [...ofLoans, ...ofFines(owed)];
  return lines.length > 0 ? lines : [{ icon: 'loans', text: nothingStays }];
}

/**
 * How a card can be bound again: one that an approved application of this WeChat brought has no PIN for another WeChat.
 * `applied` is null where that is not known.
 */
export function bindingAgain(
  applied: Output<ActionOf<'membership.application'>> | null,
  maskedCard: string | null,
): string {
  const { again, againOnline, againPerhaps } = unbindingWording;
  if (applied === null) return againPerhaps;
  const { application } = applied;
  const isOfApplication = application?.state === 'approved' && application.maskedCard === maskedCard;
  return isOfApplication ? againOnline : again;
}
