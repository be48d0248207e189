import {
  patronOfRecords,
  titleOfRecords,
  type LoanFacts,
} from '../../cloudfunctions/circulation/domain/records/circulation-records';
import { addDays, libraryDay, type Day } from '../../cloudfunctions/kernel/library-day';
import type { Workbench } from '../../local/cloud/workbench/workbench-client';

export const loansEach = 20;

/** A reader of the measured library, by number. */
export const readerCalled = (place: number) => ({
  card: `B${String(place).padStart(6, '0')}`,
  openid: `o-bench-${place}`,
});

const bookOf = (reader: number, loan: number): string => `bench-${reader}-${loan}`;
/** A title that somebody else has: to be put on hold. */
export const bookOfNeighbour = (reader: number, readers: number): string => bookOf((reader + 1) % readers, 0);

const loanOf = (reader: number, loan: number, today: Day): LoanFacts & { readonly borrowedOn: Day } => ({
  loanId: `loan-${reader}-${loan}`,
  card: readerCalled(reader).card,
  bookId: bookOf(reader, loan),
  barcode: `copy-${reader}-${loan}`,
  borrowedOn: addDays(today, -10),
  dueOn: addDays(today, 1 + loan),
  returnedOn: null,
});

const rules = {
  branches: [{ _id: 'main', name: '总馆', calendarId: 'library' }],
  calendars: [{ _id: 'library', name: '日历', closedWeekdays: [] }],
  policies: [{ _id: 'all', patronCategory: '*', itemCategory: '*', loanDays: 30, maxRenewals: 5 }],
  patron_categories: [
    {
      _id: 'undergraduate',
      name: '本科生',
      kind: 'campus',
      loanLimit: 50,
      holdLimit: 20,
      rights: ['borrow', 'hold'],
    },
  ],
};

const readerDocuments = (reader: number, today: Day) => {
  const { card, openid } = readerCalled(reader);
  const loans = Array.from({ length: loansEach }, (_, loan) => loanOf(reader, loan, today));
  const plain = { title: '边城', authors: ['沈从文'] };
  const unmarked = { renewals: 0, recalled: false, reportedLost: false, claimedReturned: false };
  const { card: _card, ...account } = patronOfRecords(card, loans, [], []);
  return {
    patrons: [{ _id: card, name: '读者', category: 'undergraduate' }],
    pseudonyms: [{ _id: card, pseudonym: `p-${card}` }],
    card_bindings: [
      { _id: card, openid, pseudonym: `p-${card}`, version: 1, boundAt: { $date: `${today}T00:00:00.000Z` } },
    ],
    wechat_accounts: [{ _id: openid, card, doneRequests: [] }],
    patron_circulation: [{ _id: card, ...account }],
    loans: loans.map(({ loanId, ...loan }) => ({
      _id: loanId,
      ...loan,
      ...plain,
      ...unmarked,
      branchId: 'main',
      itemCategory: 'book',
      finesFixed: 0,
      history: [],
    })),
    books: loans.map(({ bookId }) => ({ _id: bookId, ...plain, isbns: [], language: 'zh', subjects: [] })),
    copies: loans.map(({ barcode, bookId, dueOn }) => ({
      _id: barcode,
      bookId,
      branchId: 'main',
      status: 'on-loan',
      dueOn,
    })),
    title_circulation: loans.map((loan) => {
      const { bookId: _id, ...title } = titleOfRecords(loan.bookId, [loan], [], []);
      return { _id, ...title };
    }),
  };
};

const importAll = async (workbench: Workbench, name: string, documents: readonly object[]) => {
  const lines = documents.map((document) => JSON.stringify(document)).join('\n');
  const [fault] = (await workbench.importLines(name, 'insert', lines)).errors;
  if (fault !== undefined) throw new Error(`${name}, line ${fault.line}: ${fault.message}`);
};

/** Fills a fresh cloud with so many readers, each with a bound card and twenty loans of titles of their own. */
export const fillReaders = async (workbench: Workbench, readers: number): Promise<void> => {
  const today = libraryDay(new Date((await workbench.clock()).now));
  for (const [name, documents] of Object.entries(rules)) await importAll(workbench, name, documents);
  const all = new Map<string, object[]>();
  for (let reader = 0; reader < readers; reader += 1)
    for (const [name, documents] of Object.entries(readerDocuments(reader, today)))
      (all.get(name) ?? all.set(name, []).get(name))?.push(...documents);
  for (const [name, documents] of all) await importAll(workbench, name, documents);
  await workbench.tidied();
};
