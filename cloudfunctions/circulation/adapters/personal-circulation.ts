import {
  goesWithPerson,
  type Holding,
  type NamedBy,
  type Person,
  type PersonalKeeper,
  type PersonalRule,
} from '../../kernel/personal-data';
import { cloudPersonalKeeper } from '../../kernel/wechat/cloud-personal-data';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { inTransaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import { accountStays } from '../domain/records/account-stays';
import type { PatronCirculation } from '../domain/records/patron-circulation';
import { readPatronCirculation } from '../domain/records/read-patron-circulation';
import { readTitleCirculation } from '../domain/records/read-title-circulation';
import type { Written } from '../../kernel/written-fields';
import { cloudForgetPast } from './cloud-forget-borrowers';
import { nextSequence, readable } from './circulation-documents';
import type { Readable } from '../ports/records';

const byCard: readonly NamedBy[] = [{ field: 'card', by: 'card' }];
const byCardOrOpenid: readonly NamedBy[] = [...byCard, { field: 'openid', by: 'openid' }];

export const circulationPersonalRules: readonly PersonalRule[] = [
  { ...goesWithPerson, collection: 'messages', namedBy: byCardOrOpenid },
  {
    ...goesWithPerson,
    collection: 'loan_choices',
    namedBy: [{ field: '_id', by: 'card' }],
    withheld: ['doneRequests'],
  },
  {
    collection: 'loans',
    namedBy: byCard,
    withheld: ['forgottenId'],
    staying: { field: 'returnedOn', value: null },
    reason: 'open-loans',
  },
  {
    collection: 'holds',
    namedBy: byCard,
    withheld: [],
    staying: { field: 'endedOn', value: null },
    reason: 'open-holds',
  },
  {
    collection: 'fines',
    namedBy: byCard,
    withheld: [],
    staying: { field: 'state', value: 'owed' },
    reason: 'unpaid-fines',
  },
  { collection: 'payments', namedBy: byCard, withheld: [], staying: 'everything', reason: 'accounts' },
  // What decisions need of loans, holds and fines: it goes with the last of them, which is the reason that is told.
  {
    collection: 'patron_circulation',
    namedBy: [{ field: '_id', by: 'card' }],
    withheld: ['doneRequests'],
    staying: 'everything',
    reason: 'open-loans',
  },
  // Copies of holds, and of the wish to hear of a return, in documents that many share.
  { ...goesWithPerson, collection: 'title_circulation', namedBy: [] },
  { ...goesWithPerson, collection: 'watch_calls', namedBy: [] },
  {
    ...goesWithPerson,
    collection: 'desk_requests',
    namedBy: [{ field: 'openid', by: 'openid' }],
    withheld: ['answer'],
  },
];

/** Takes the card off one title's list of those who wait to hear of its return, with the patron's own note of it. */
const stopWatching = (database: Database, card: string, bookId: string): Promise<void> =>
  inTransaction(database)(async (transaction) => {
    const [titleDocument, accountDocument] = [
      await transaction.read('title_circulation', bookId),
      await transaction.read('patron_circulation', card),
    ];
    const title = readTitleCirculation(bookId, titleDocument).value;
    const account = readPatronCirculation(card, accountDocument).value;
    if (titleDocument !== null)
      await transaction.change('title_circulation', bookId, {
        sequence: nextSequence(title),
        watchers: title.watchers.filter((watcher) => watcher !== card),
      });
    if (accountDocument !== null)
      await transaction.change('patron_circulation', card, {
        sequence: nextSequence(account),
        watches: account.watches.filter((watch) => watch.bookId !== bookId),
      });
  });

/** What decisions need of a patron, as far as it can be read. */
const accountOf = async (database: Database, card: string): Promise<Readable<PatronCirculation>> =>
  readable(readPatronCirculation(card, await documentById<Written>(database, 'patron_circulation', card)));

/**
 * Removes what decisions need of a patron who has nothing any more; otherwise only what was asked for lately and the
 * watches, whatever stands there.
 */
const clearAccount = (database: Database, card: string): Promise<void> =>
  inTransaction(database)(async (transaction) => {
    const document = await transaction.read('patron_circulation', card);
    if (document === null) return;
    const going = { doneRequests: [], watches: [] };
    if (accountStays(readable(readPatronCirculation(card, { ...document, ...going }))) !== null)
      await transaction.change('patron_circulation', card, going);
    else await transaction.remove('patron_circulation', card);
  });

/**
 * The titles that a card waits to hear of: as its own note says, and where that can't be read, as they say themselves,
 * which is a look at every one of them.
 */
const watchedTitles = async (database: Database, card: string): Promise<readonly string[]> => {
  const { watches, isDamaged } = await accountOf(database, card);
  if (!isDamaged) return watches.map(({ bookId }) => bookId);
  const titles = await everyDocument<{ readonly _id: string }>(
    database,
    'title_circulation',
    { watchers: card },
    { _id: true },
  );
  return titles.map(({ _id }) => _id);
};

const eraseWatches = async (database: Database, card: string): Promise<void> => {
  for (const bookId of await watchedTitles(database, card)) await stopWatching(database, card, bookId);
  await database
    .collection('watch_calls')
    .where({ cards: card })
    .update({ data: { cards: database.command.pull(card) } });
};

/** What decisions need of a patron stays with what is still open, and for that reason. */
const truly =
  (database: Database, person: Person) =>
  async (holding: Holding): Promise<Holding> => {
    if (holding.collection !== 'patron_circulation' || holding.count === 0 || person.card === null)
      return holding;
    const reason = accountStays(await accountOf(database, person.card));
    return { ...holding, reason, staying: reason === null ? 0 : holding.count };
  };

/** What circulation keeps of persons. */
export const personalCirculation = (database: Database): PersonalKeeper => {
  const keeper = cloudPersonalKeeper(database, circulationPersonalRules);
  const holdings = async (person: Person): Promise<readonly Holding[]> =>
    Promise.all((await keeper.holdings(person)).map(truly(database, person)));
  return {
    ...keeper,
    holdings,
    erase: async (person: Person) => {
      const before = await holdings(person);
      // What is only removed would come back with the next import.
      if (person.card !== null) await cloudForgetPast(database)(person.card);
      await keeper.erase(person);
      if (person.card !== null) {
        await eraseWatches(database, person.card);
        await clearAccount(database, person.card);
      }
      return before;
    },
  };
};
