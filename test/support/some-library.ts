import { circulation } from '../../cloudfunctions/circulation/contract';
import { circulationHandlers } from '../../cloudfunctions/circulation/function/handlers';
import type { Loan } from '../../cloudfunctions/circulation/domain/loans/loan';
import {
  newPatronCirculation,
  type PatronCirculation,
} from '../../cloudfunctions/circulation/domain/records/patron-circulation';
import {
  untouchedTitle,
  type TitleCirculation,
} from '../../cloudfunctions/circulation/domain/records/title-circulation';
import type { CloudPay } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import { openMemoryDatabase } from './memory-database';
import { serving } from './serving';
import { someLoan } from './some-loan';

/** A document as it stands in a collection. */
export type Stored = { readonly _id: string } & Readonly<Record<string, unknown>>;

/** So long the transaction of a killed function is in the way of others. */
const openTransactionMs = 31_000;

/**
 * A library in memory, with one branch, one policy (thirty days, two renewals) and a clock that stands at noon of
 * 20 March 2026; circulation's own handlers serve it through the real SDK.
 */
export const openSomeLibrary = async (pay?: CloudPay) => {
  let passedMs = 0;
  const memory = await openMemoryDatabase(undefined, () => new Date(Date.now() + passedMs));
  const { database } = memory;
  let instant = Date.parse('2026-03-20T04:00:00Z');
  const now = () => new Date(instant);
  const put = async (collection: string, { _id, ...data }: Stored): Promise<void> => {
    await database.collection(collection).doc(_id).set({ data });
  };
  const one = async (collection: string, id: string) =>
    ((await database.collection(collection).doc(id).get()) as { data: Stored | null }).data;
  const all = async (collection: string, where: object = {}) =>
    ((await database.collection(collection).where(where).limit(1000).get()) as { data: readonly Stored[] })
      .data;
  const title = async (fields: Partial<TitleCirculation> & { readonly bookId: string }): Promise<void> => {
    const { bookId, ...rest } = { ...untouchedTitle(fields.bookId), ...fields };
    await put('title_circulation', { _id: bookId, ...rest });
  };
  const account = async (fields: Partial<PatronCirculation> & { readonly card: string }): Promise<void> => {
    const { card, ...rest } = { ...newPatronCirculation(fields.card), ...fields };
    await put('patron_circulation', { _id: card, ...rest });
  };
  /** Loans with their titles and their patrons' accounts, as if nothing else had happened to these. */
  const addLoans = async (...loans: readonly Partial<Loan>[]): Promise<void> => {
    const whole = loans.map((fields) => someLoan(fields));
    for (const { loanId, ...loan } of whole) await put('loans', { _id: loanId, ...loan });
    const open = whole.filter(({ returnedOn }) => returnedOn === null);
    for (const bookId of new Set(whole.map((loan) => loan.bookId)))
      await title({ bookId, loans: open.filter((loan) => loan.bookId === bookId) });
    for (const card of new Set(whole.map((loan) => loan.card)))
      await account({ card, openLoans: open.filter((loan) => loan.card === card) });
  };
  await put('branches', { _id: 'main', name: '总馆', calendarId: 'library', order: 1 });
  await put('calendars', { _id: 'library', weeklyHours: [] });
  await put('policies', { _id: 'usual', patronCategory: '*', itemCategory: '*', maxRenewals: 2 });
  const limits = { loanLimit: 3, holdLimit: 2, rights: ['borrow', 'hold'] };
  await put('patron_categories', { _id: 'undergraduate', name: '本科生', kind: 'campus', ...limits });
  const { as, from, lines } = serving(circulation, circulationHandlers(database, now, pay), {
    database,
    now,
  });
  return {
    ...memory,
    as,
    from,
    lines,
    now,
    put,
    one,
    all,
    title,
    account,
    setClock: (to: string) => {
      instant = Date.parse(to);
    },
    /** What a killed function had begun to write is in nobody's way any more. */
    endKilled: () => {
      passedMs += openTransactionMs;
    },
    /** A book with these copies in the main branch, each with what stands on it; available without. */
    book: async (bookId: string, copies: Readonly<Record<string, object>>): Promise<void> => {
      await put('books', { _id: bookId, title: '边城', authors: ['沈从文'], isbns: [], subjects: [] });
      for (const [_id, fields] of Object.entries(copies))
        await put('copies', { _id, bookId, branchId: 'main', status: 'available', ...fields });
    },
    /** A patron whose card is bound to the WeChat `o-CARD`. */
    patron: async (card: string, fields: object = {}): Promise<void> => {
      await put('patrons', { _id: card, name: '林知夏', category: 'undergraduate', ...fields });
      const binding = { openid: `o-${card}`, pseudonym: `p-${card}`, version: 1, boundAt: now() };
      await put('card_bindings', { _id: card, ...binding });
    },
    addLoans,
    /** The only loans there are, with all that tells of them. */
    loans: async (...loans: readonly Partial<Loan>[]): Promise<void> => {
      await database
        .collection('loans')
        .where({ _id: database.command.neq('') })
        .remove();
      await addLoans(...loans);
    },
  };
};
export type SomeLibrary = Awaited<ReturnType<typeof openSomeLibrary>>;
