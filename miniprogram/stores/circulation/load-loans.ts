import { loadForCard } from '../card-state';
import type { LoansStore } from './loans-store';
import type { Session } from '../session';

type Stores = { readonly session: Session; readonly loans: LoansStore };

/** Asks who this WeChat is, and what is borrowed where a card is bound: at once where one was known before. */
export async function loadLoans({ session, loans }: Stores): Promise<void> {
  if (session.status === 'bound') await Promise.all([session.load(), loans.list.load()]);
  else await loadForCard(session, loans.list);
}
