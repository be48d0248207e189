import type { LoadStatus } from './failure';
import type { Session } from './session';

export type CardState = LoadStatus | 'unbound' | 'empty';

/** How a page of what belongs to a card stands; `isEmpty` says whether there is anything once it is there. */
export function cardState(session: Session, status: LoadStatus, isEmpty: boolean): CardState {
  if (session.status === 'unbound') return 'unbound';
  if (status === 'content') return isEmpty ? 'empty' : 'content';
  return session.status === 'failed' ? 'failed' : status;
}

/** Asks who this WeChat is where that is not known, then loads what belongs to its card if one is bound. */
export async function loadForCard(
  session: Session,
  ofTheCard: { readonly load: () => Promise<unknown> },
): Promise<void> {
  const isBound = (): boolean => session.status === 'bound';
  if (!isBound()) await session.load();
  if (isBound()) await ofTheCard.load();
}
