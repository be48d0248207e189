import { failureNote } from '../../format/block-notes';
import { unboundNote } from '../../format/session-note';
import { cardState } from '../../stores/card-state';
import type { Session } from '../../stores/session';
import { familyWording } from '../../wording/zh-CN/membership/family-page';

type Stores = { readonly session: Session };

/** What `card-gate` shows before a form of the family that only a bound card can send. */
export const boundFields = {
  state: ({ session }: Stores) =>
    cardState(session, session.status === 'bound' ? 'content' : 'loading', false),
  sessionFailure: ({ session }: Stores) => failureNote('membership.session', session.failure),
  unbound: ({ session }: Stores) => unboundNote(session.isReplaced, familyWording.unboundAdvice),
};

/** Before it is known who this WeChat is. */
export const noBoundText = {
  state: 'loading',
  sessionFailure: { title: '', advice: '' },
  unbound: { title: '', advice: '', action: '' },
};

/** Asks who this WeChat is where that is not known. */
export const loadSession = ({ session }: Stores): void => {
  if (session.status !== 'bound') void session.load();
};
