import type { Clock } from '../../kernel/clock';
import { libraryDay } from '../../kernel/library-day';
import { cancelMessages, tellOnce } from '../../kernel/wechat/cloud-messages';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { hasEnded } from '../domain/family';
import type { ClearCard, Leaving } from '../ports/binding';
import { endedMessage } from '../use-cases/family/family-messages';
import { cloudFamilyReads } from './cloud-family';

/** Tells the other sides of a card's links that these end; cut off and done again, it tells each of them once. */
const tellOtherSides = async (database: Database, card: string, now: Date): Promise<void> => {
  const reads = cloudFamilyReads(database, () => now);
  const going = (await reads.linksOf(card)).filter((link) => !hasEnded(link, libraryDay(now)));
  if (going.length === 0) return;
  const name = (await reads.names([card])).get(card) ?? '';
  const messages = going.map((link) => endedMessage(link, { card, name }, now));
  await tellOnce(database, messages);
};

/** Takes back what was told to a card, and its family links and offers of such, whichever side it is. */
export const cloudClearCard =
  (database: Database, now: Clock): ClearCard =>
  async (card) => {
    const { command } = database;
    await tellOtherSides(database, card, now());
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
