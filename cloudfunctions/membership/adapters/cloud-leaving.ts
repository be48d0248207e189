import type { Clock } from '../../kernel/clock';
import { cancelMessages } from '../../kernel/wechat/cloud-messages';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { ClearCard, Leaving } from '../ports/binding';

/** Takes back what was told to a card, and its family links and offers of such, whichever side it is. */
export const cloudClearCard =
  (database: Database, now: Clock): ClearCard =>
  async (card) => {
    const { command } = database;
    await Promise.all([
      cancelMessages(database, now)(card),
      database
        .collection('family_links')
        .where(command.or([{ card }, { by: card }]))
        .remove(),
      database.collection('family_invitations').where({ card }).remove(),
    ]);
  };

/** WeChats of which an unbinding was cut off, found by the index over the cards: no other document has the field. */
export const cloudLeaving =
  (database: Database): Leaving =>
  async (most) => {
    const query = database.collection('wechat_accounts').where({ leaving: database.command.gt('') });
    const found = await documentsOf<{ readonly _id: string }>(query.field({ _id: true }).limit(most));
    return found.map(({ _id }) => _id);
  };
