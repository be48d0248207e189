import type { NamedBy, Person, PersonalKeeper, PersonalRule } from '../../kernel/personal-data';
import { cloudPersonalKeeper } from '../../kernel/wechat/cloud-personal-data';
import { inTransaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import type { PatronCirculation } from '../domain/records/patron-circulation';
import type { TitleCirculation } from '../domain/records/title-circulation';

const byCard: readonly NamedBy[] = [{ field: 'card', by: 'card' }];
const byCardOrOpenid: readonly NamedBy[] = [...byCard, { field: 'openid', by: 'openid' }];
const goes = { withheld: [], staying: 'nothing', reason: null } as const;

export const circulationPersonalRules: readonly PersonalRule[] = [
  { ...goes, collection: 'messages', namedBy: byCardOrOpenid },
  { ...goes, collection: 'loan_choices', namedBy: [{ field: '_id', by: 'card' }] },
  {
    collection: 'loans',
    namedBy: byCard,
    withheld: [],
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
  // What decisions need of loans, holds and fines: it goes with the last of them.
  {
    collection: 'patron_circulation',
    namedBy: [{ field: '_id', by: 'card' }],
    withheld: ['doneRequests'],
    staying: 'everything',
    reason: 'open-loans',
  },
  // Copies of holds, and of the wish to hear of a return, in documents that many share.
  { ...goes, collection: 'title_circulation', namedBy: [] },
  { ...goes, collection: 'watch_calls', namedBy: [] },
];

type Account = Omit<PatronCirculation, 'card'>;
type Title = Omit<TitleCirculation, 'bookId'>;

/** Takes the card off one title's list of those who wait to hear of its return, with the patron's own note of it. */
const stopWatching = (database: Database, card: string, bookId: string): Promise<void> =>
  inTransaction(database)(async (transaction) => {
    const title = await transaction.read<Title>('title_circulation', bookId);
    const account = await transaction.read<Account>('patron_circulation', card);
    if (title !== null)
      await transaction.change('title_circulation', bookId, {
        sequence: title.sequence + 1,
        watchers: title.watchers.filter((watcher) => watcher !== card),
      });
    if (account !== null)
      await transaction.change('patron_circulation', card, {
        sequence: account.sequence + 1,
        watches: account.watches.filter((watch) => watch.bookId !== bookId),
      });
  });

const mustStay = ({ openLoans, holds, finesOwed, borrowingSuspendedUntil }: Account): boolean =>
  openLoans.length > 0 || holds.length > 0 || finesOwed > 0 || borrowingSuspendedUntil !== null;

/** Removes what decisions need of a patron who has nothing any more; otherwise only what was asked for lately. */
const clearAccount = (database: Database, card: string): Promise<void> =>
  inTransaction(database)(async (transaction) => {
    const account = await transaction.read<Account>('patron_circulation', card);
    if (account === null) return;
    if (mustStay(account)) await transaction.change('patron_circulation', card, { doneRequests: [] });
    else await transaction.remove('patron_circulation', card);
  });

const eraseWatches = async (database: Database, card: string): Promise<void> => {
  const account = await documentById<Account>(database, 'patron_circulation', card);
  for (const { bookId } of account?.watches ?? []) await stopWatching(database, card, bookId);
  await database
    .collection('watch_calls')
    .where({ cards: card })
    .update({ data: { cards: database.command.pull(card) } });
};

/** What circulation keeps of persons. */
export const personalCirculation = (database: Database): PersonalKeeper => {
  const keeper = cloudPersonalKeeper(database, circulationPersonalRules);
  return {
    ...keeper,
    erase: async (person: Person) => {
      const before = await keeper.erase(person);
      if (person.card !== null) {
        await eraseWatches(database, person.card);
        await clearAccount(database, person.card);
      }
      return before;
    },
  };
};
