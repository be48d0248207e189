import type { Call } from '../../cloudfunctions/api';
import type { ReplyFault } from '../../cloudfunctions/kernel/contract';
import type { Session } from './session';

/** The refusals of an action stand beside the faults; here only the faults count. */
type Told = { readonly code: string; readonly reason?: ReplyFault['reason'] };

function tell(session: Session, reasons: readonly Told[]): void {
  const codes = reasons.map(({ code }) => code);
  if (codes.includes('not-bound')) session.cardGone(null);
  if (reasons.some(({ code, reason }) => code === 'signed-out' && reason === 'replaced'))
    session.cardGone('replaced');
}

/**
 * The `Call` for what belongs to a card. The session hears from every answer that the card is gone; an answer for a
 * card that was unbound or changed meanwhile is kept from whoever asked, who gets `not-bound`.
 */
export const patronCall =
  (call: Call, session: Session): Call =>
  async (name, input) => {
    const { generation } = session;
    const reply = await call(name, input);
    if (session.generation !== generation)
      return { ok: false, reasons: [{ code: 'not-bound' }], libraryDay: reply.libraryDay };
    if (!reply.ok) tell(session, reply.reasons);
    return reply;
  };
