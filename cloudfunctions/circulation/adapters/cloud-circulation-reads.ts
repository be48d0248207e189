import type { Clock } from '../../kernel/clock';
import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { CirculationReads, WatchCall } from '../ports/records';
import { loanDamage } from '../domain/loans/loan-faults';
import { readLoan, type LoanDocument } from '../domain/loans/read-loan';
import { readHold } from '../domain/holds/read-hold';
import { readPatronCirculation } from '../domain/records/read-patron-circulation';
import { readTitleCirculation } from '../domain/records/read-title-circulation';
import { namingReadable, readable } from './circulation-documents';
import { copiesOf, type Surroundings } from './cloud-circulation';
import { bookOf, shelvedCopyOf, type SomeDocument } from './copy-documents';

/** Of what is no book nobody is told, and no card that is no text. */
const watchCallOf = ({ _id: callId, bookId, cards }: SomeDocument): WatchCall => {
  const all: readonly unknown[] = Array.isArray(cards) ? cards : [];
  if (typeof bookId !== 'string' || bookId === '') return { callId, bookId: callId, cards: [] };
  return { callId, bookId, cards: all.filter((card) => typeof card === 'string') };
};

type ShelfReads = Pick<
  CirculationReads,
  'titlesWithWaitingHolds' | 'shelvedCopies' | 'titlesWithReadyHolds' | 'titlesLapsedBefore' | 'watchCalls'
>;

/** What waits on pickup shelves, and who is still to be told. */
const shelfReads = (database: Database): ShelfReads => ({
  titlesWithWaitingHolds: async () => {
    const found = await everyDocument<SomeDocument>(database, 'title_circulation', {
      'holds.state': 'waiting',
    });
    return found.map((document) => readTitleCirculation(document._id, document).value);
  },
  shelvedCopies: async (bookIds) => {
    const where = { bookId: database.command.in([...bookIds]), status: 'available' };
    const found = bookIds.length === 0 ? [] : await everyDocument<SomeDocument>(database, 'copies', where);
    return found.flatMap(shelvedCopyOf);
  },
  titlesWithReadyHolds: async (branchId) => {
    const isReady = { 'holds.pickupBy': database.command.gt(''), 'holds.branchId': branchId };
    const found = await everyDocument<SomeDocument>(database, 'title_circulation', isReady);
    return found.map((document) => readTitleCirculation(document._id, document).value);
  },
  titlesLapsedBefore: async (day, limit, known) => {
    const isNew = known.length > 0 ? { _id: database.command.nin([...known]) } : {};
    const isOver = { 'holds.pickupBy': database.command.lt(day), ...isNew };
    const query = database.collection('title_circulation').where(isOver).field({ _id: true }).limit(limit);
    return (await documentsOf<{ readonly _id: string }>(query)).map(({ _id }) => _id);
  },
  watchCalls: async (limit) => {
    const found = await documentsOf<SomeDocument>(database.collection('watch_calls').limit(limit));
    return found.map(watchCallOf);
  },
});

/** What decides on the loans of a patron; a call each, and more only where one is damaged. */
const accountReads = (
  database: Database,
  now: Clock,
): Pick<CirculationReads, 'account' | 'openLoans' | 'titles'> => {
  const named = namingReadable(cloudFaults(database, now));
  return {
    account: async (card) => {
      const read = readPatronCirculation(card, await documentById(database, 'patron_circulation', card));
      const [account] = await named([read]);
      return account ?? readable(read);
    },
    openLoans: async (card) => {
      const documents = await everyDocument<LoanDocument>(database, 'loans', { card, returnedOn: null });
      return named(
        documents.map((document) => ({
          value: readLoan(document),
          faults: loanDamage(document._id, { ...document }),
        })),
      );
    },
    titles: async (bookIds) => {
      const where = { _id: database.command.in([...bookIds]) };
      const found =
        bookIds.length === 0 ? [] : await everyDocument<SomeDocument>(database, 'title_circulation', where);
      const byId = new Map(found.map((document) => [document._id, document]));
      const read = bookIds.map((bookId) => readTitleCirculation(bookId, byId.get(bookId) ?? null));
      return new Map((await named(read)).map((title) => [title.bookId, title]));
    },
  };
};

/** The same documents for lists, a call each. */
export const cloudCirculationReads = (
  database: Database,
  { policies, patron }: Surroundings,
  now: Clock,
): CirculationReads => ({
  ...accountReads(database, now),
  patron,
  holds: async (holdIds) => {
    const _id = database.command.in([...holdIds]);
    const found = holdIds.length === 0 ? [] : await everyDocument<SomeDocument>(database, 'holds', { _id });
    return found.map((document) => readHold(document._id, document).value);
  },
  ...shelfReads(database),
  copiesOf: (bookId) => copiesOf(database, bookId),
  book: async (bookId) => bookOf(await documentById<SomeDocument>(database, 'books', bookId)),
  policy: policies.lately,
});
