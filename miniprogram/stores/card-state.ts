import type { LoadStatus } from './failure';
import type { Session } from './session';

export type CardState = LoadStatus | 'unbound' | 'empty';

/** How a page of what belongs to a card stands; `isEmpty` says whether there is anything once it is there. */
export function cardState(session: Session, status: LoadStatus, isEmpty: boolean): CardState {
  if (session.status === 'unbound') return 'unbound';
  if (status === 'content') return isEmpty ? 'empty' : 'content';
  return session.status === 'failed' ? 'failed' : status;
}

type OfTheCard = { readonly load: () => Promise<unknown> };

const isBound = (session: Session): boolean => session.status === 'bound';

/**
 * Asks who this WeChat is, and loads what belongs to its card: beside it where a card was known before, so that what
 * was seen last is there at once.
 */
export async function loadWithSession(session: Session, ofTheCard: OfTheCard): Promise<void> {
  const asked = session.load();
  if (!isBound(session)) await asked;
  if (!isBound(session)) return;
  const { generation } = session;
  await Promise.all([asked, ofTheCard.load()]);
  if (session.generation !== generation && isBound(session)) await ofTheCard.load();
}

/** The same where it is not known who this WeChat is; where it is, only what belongs to the card is loaded. */
export async function loadForCard(session: Session, ofTheCard: OfTheCard): Promise<void> {
  if (isBound(session)) await ofTheCard.load();
  else await loadWithSession(session, ofTheCard);
}
