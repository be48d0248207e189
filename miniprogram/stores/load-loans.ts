import type { LoansStore } from './loans-store';
import type { Session } from './session';

type Stores = { readonly session: Session; readonly loans: LoansStore };

/** Asks who this WeChat is, and what is borrowed where a card is bound: at once where one was known before. */
export async function loadLoans({ session, loans }: Stores): Promise<void> {
  const isBound = (): boolean => session.status === 'bound';
  const wasBound = isBound();
  if (wasBound) void loans.list.load();
  await session.load();
  if (!wasBound && isBound()) await loans.list.load();
}
