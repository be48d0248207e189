import type { PatronCirculation } from './patron-circulation';

type Stay = 'open-loans' | 'open-holds' | 'unpaid-fines' | 'borrowing-suspended' | 'record-damaged';

/**
 * Why what decisions need of a patron stays after its patron asked for deletion: the first of what the library still has
 * to do with the patron; null where there is nothing. What can't be read stays too, until staff have mended it.
 */
export const accountStays = (account: PatronCirculation & { readonly isDamaged: boolean }): Stay | null => {
  if (account.openLoans.length > 0) return 'open-loans';
  if (account.holds.length > 0) return 'open-holds';
  if (account.finesOwed > 0 || account.openPayments.length > 0) return 'unpaid-fines';
  if (account.borrowingSuspendedUntil !== null) return 'borrowing-suspended';
  return account.isDamaged ? 'record-damaged' : null;
};
