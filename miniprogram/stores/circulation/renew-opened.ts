import type { Opened } from '../opened';
import type { LoansStore } from './loans-store';

/**
 * Renews the loan that is open on its sheet: the sheet goes where the loan is renewed, and shows every reason where it
 * is not. Answers the new due day (`YYYY-MM-DD`), or null where it was not renewed.
 */
export async function renewOpened(loans: LoansStore, opened: Opened): Promise<string | null> {
  await loans.renew(opened.id === null ? [] : [opened.id]);
  const [result] = loans.results ?? [];
  if (result?.renewal.granted !== true) return null;
  opened.close();
  loans.closeResults();
  return result.renewal.newDueOn;
}
