import type { Day } from '../../../kernel/library-day';
import type { Loan } from './loan';

/** To the month: who was at the desk on a day, which the audit log tells, leads to no loan of that day. */
const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** Of imported loans only; the audit log has no line of when they were borrowed. */
const statedOf = ({ stated }: Loan): Pick<Loan, 'stated'> =>
  stated === undefined
    ? {}
    : {
        stated: {
          ...stated,
          dueOn: monthOf(stated.dueOn),
          returnedOn: stated.returnedOn && monthOf(stated.returnedOn),
        },
      };

/**
 * What is left of a returned loan as nobody's: which copy was lent in which month, and for how long roughly. Its id is
 * another's too: the audit log, fines, messages and request keys name the one before, which leads nowhere any more. The
 * day on which an imported loan was borrowed stays: by it and the copy its row is known, and not taken over again.
 */
export const forgottenLoan = (loan: Loan): Omit<Loan, 'loanId' | 'forgottenId'> => {
  const { loanId: _loanId, forgottenId: _forgottenId, ...rest } = loan;
  const { borrowedOn, dueOn, returnedOn } = loan;
  return {
    ...rest,
    card: '',
    borrowedOn: loan.stated === undefined ? monthOf(borrowedOn) : borrowedOn,
    dueOn: monthOf(dueOn),
    returnedOn: returnedOn && monthOf(returnedOn),
    claimedReturned: false,
    reportedLost: false,
    finesFixed: 0,
    history: [],
    ...statedOf(loan),
  };
};
