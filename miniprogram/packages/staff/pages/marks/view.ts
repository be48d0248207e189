import { failureNote } from '../../../../format/block-notes';
import { dayLabel } from '../../../../format/day-labels';
import { libraryDayOf } from '../../../../platform/clock';
import type { LoanMark, LoanMarking } from '../../../../stores/staff/loan-marking';
import { loanMarksWording, loanMarkWords } from '../../../../wording/zh-CN/staff/loan-marks';

const marks: readonly LoanMark[] = ['recalled', 'reported-lost', 'claimed-returned'];

function loanOf(store: LoanMarking): { readonly title: string; readonly facts: string } | null {
  if (store.found === null) return null;
  const { title, maskedCard, borrowedOn, dueOn } = store.found;
  const today = libraryDayOf(store);
  return {
    title,
    facts: loanMarksWording.facts(maskedCard, dayLabel(borrowedOn, today), dayLabel(dueOn, today)),
  };
}

/** What the page shows of its store. */
export const markFields = {
  barcode: (store: LoanMarking) => store.barcode,
  reason: (store: LoanMarking) => store.reason,
  barcodeFault: ({ fault }: LoanMarking) => (fault === 'barcode' ? loanMarksWording.barcodeFault : ''),
  reasonFault: ({ fault }: LoanMarking) => (fault === 'reason' ? loanMarksWording.reasonFault : ''),
  isLooking: ({ isLooking }: LoanMarking) => isLooking,
  loan: loanOf,
  marks: ({ found }: LoanMarking) =>
    marks.map((mark) => ({
      mark,
      isOn: found?.marks.includes(mark) ?? false,
      name: loanMarkWords[mark].name,
      does: loanMarkWords[mark].does,
      noted: loanMarkWords[mark].noted,
    })),
  failure: ({ failure }: LoanMarking) => failureNote('circulation.loanAtDesk', failure),
  markFailure: ({ marking }: LoanMarking) => failureNote('circulation.markLoan', marking.failure),
};
