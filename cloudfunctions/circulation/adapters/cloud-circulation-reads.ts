import { everyDocument } from '../../kernel/wechat/cloud-records';
import type { Database } from '../../kernel/wechat/wx-cloud';
import type { CirculationReads } from '../ports';
import {
  accountOf,
  loanOf,
  titleOf,
  type AccountDocument,
  type LoanDocument,
  type TitleDocument,
} from './circulation-documents';
import { copiesOf, holdOf, type HoldDocument, type Surroundings } from './cloud-circulation';
import { bookOf, type SomeDocument } from './copy-documents';

/** The same documents for lists, a call each. */
export const cloudCirculationReads = (
  database: Database,
  { policies, patron }: Surroundings,
): CirculationReads => ({
  account: async (card) => {
    const { data } = (await database.collection('patron_circulation').doc(card).get()) as { data: unknown };
    return accountOf(card, data as AccountDocument | null);
  },
  patron,
  openLoans: async (card) => {
    const documents = await everyDocument<LoanDocument>(database, 'loans', { card, returnedOn: null });
    return documents.map(loanOf);
  },
  holds: async (holdIds) => {
    const _id = database.command.in([...holdIds]);
    const found = holdIds.length === 0 ? [] : await everyDocument<HoldDocument>(database, 'holds', { _id });
    return found.map(holdOf);
  },
  copiesOf: (bookId) => copiesOf(database, bookId),
  book: async (bookId) => {
    const { data } = (await database.collection('books').doc(bookId).get()) as { data: unknown };
    return bookOf(data as SomeDocument | null);
  },
  titles: async (bookIds) => {
    const _id = database.command.in([...bookIds]);
    const found =
      bookIds.length === 0 ? [] : await everyDocument<TitleDocument>(database, 'title_circulation', { _id });
    const byId = new Map(found.map((document) => [document._id, document]));
    return new Map(bookIds.map((bookId) => [bookId, titleOf(bookId, byId.get(bookId) ?? null)]));
  },
  policy: policies.lately,
});
