import { randomUUID } from 'node:crypto';
import type { Clock } from '../../kernel/clock';
import type { Handlers } from '../../kernel/serve';
import { wxPay, type Database } from '../../kernel/wechat/wx-cloud';
import type { circulation } from '../contract';
import type { deskActions } from '../contract/desk';
import type { holdActions } from '../contract/holds';
import type { loanActions } from '../contract/loans';
import { cancelHold } from '../use-cases/holds/cancel-hold';
import { checkIn } from '../use-cases/desk/check-in';
import { checkOut } from '../use-cases/desk/check-out';
import { listHolds } from '../use-cases/holds/list-holds';
import { listLoans } from '../use-cases/loans/list-loans';
import { markLoan } from '../use-cases/desk/mark-loan';
import { offerHold } from '../use-cases/holds/offer-hold';
import { placeHold } from '../use-cases/holds/place-hold';
import { renewLoan } from '../use-cases/loans/renew-loan';
import { renewMany } from '../use-cases/loans/renew-many';
import { showLoanAtDesk } from '../use-cases/desk/show-loan';
import { showPickList } from '../use-cases/desk/show-pick-list';
import { showPickupShelf } from '../use-cases/desk/show-pickup-shelf';
import { suspendHold } from '../use-cases/holds/suspend-hold';
import { watchTitle } from '../use-cases/holds/watch-title';
import { fineHandlers } from './fine-handlers';
import { readerHandlers } from './reader-handlers';
import { circulationSurroundings } from './surroundings';

type Needs = ReturnType<typeof circulationSurroundings> & { readonly newId: () => string };

const loanHandlers = (needs: Needs): Handlers<typeof loanActions> => ({
  loans: listLoans(needs),
  renew: renewLoan(needs),
  renewMany: renewMany(needs),
});

const holdHandlers = (needs: Needs): Handlers<typeof holdActions> => ({
  holds: listHolds(needs),
  holdOffer: offerHold(needs),
  placeHold: placeHold(needs),
  cancelHold: cancelHold(needs),
  suspendHold: suspendHold(needs),
  watch: watchTitle(needs),
});

const deskHandlers = (needs: Needs): Handlers<typeof deskActions> => ({
  checkOut: checkOut(needs),
  checkIn: checkIn(needs),
  loanAtDesk: showLoanAtDesk(needs),
  markLoan: markLoan(needs),
  pickList: showPickList(needs),
  pickupShelf: showPickupShelf(needs),
});

/** Every action of this function on a database; tests serve the very same, with a payment platform of their own. */
export const circulationHandlers = (
  database: Database,
  now: Clock,
  pay = wxPay(),
): Handlers<typeof circulation> => {
  const surroundings = circulationSurroundings(database, now);
  const needs = { ...surroundings, newId: () => randomUUID() };
  return {
    ...loanHandlers(needs),
    ...holdHandlers(needs),
    ...deskHandlers(needs),
    ...fineHandlers(database, surroundings, pay),
    ...readerHandlers(database, now),
  };
};
