import { accountStays } from '../../cloudfunctions/circulation/domain/records/account-stays';
import { newPatronCirculation } from '../../cloudfunctions/circulation/domain/records/patron-circulation';

const openLoans = [{ loanId: 'l', bookId: 'b', dueOn: '2026-04-01' }];
const holds = [{ holdId: 'h', bookId: 'b' }];

test.each([
  [{}, null],
  [{ watches: [{ bookId: 'b', title: '边城', since: '2026-03-20' }] }, null],
  [{ openLoans }, 'open-loans'],
  [{ holds }, 'open-holds'],
  [{ finesOwed: 100 }, 'unpaid-fines'],
  [{ openPayments: [{ paymentId: 'p', amount: 100 }] }, 'unpaid-fines'],
  [{ borrowingSuspendedUntil: '2026-04-01' }, 'borrowing-suspended'],
  [{ isDamaged: true }, 'record-damaged'],
  [{ openLoans, holds, finesOwed: 100 }, 'open-loans'],
  [{ holds, finesOwed: 100, isDamaged: true }, 'open-holds'],
])('what decisions need of a patron with %j stays because of %s', (change, reason) => {
  expect(accountStays({ ...newPatronCirculation('card-1'), isDamaged: false, ...change })).toBe(reason);
});
