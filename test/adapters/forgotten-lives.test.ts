import { randomUUID } from 'node:crypto';
import { privacyActions } from '../../cloudfunctions/membership/contract/privacy';
import { cloudForgetBorrowers } from '../../cloudfunctions/circulation/adapters/cloud-forget-borrowers';
import { circulationSurroundings } from '../../cloudfunctions/circulation/function/surroundings';
import { takeOverLoan } from '../../cloudfunctions/circulation/use-cases/loans/take-over-loan';
import { privacyHandlers } from '../../cloudfunctions/membership/function/privacy-handlers';
import { schema } from '../../database/collections/schema';
import { fakeFiles } from '../support/fake-files';
import { openSomeLibrary, type SomeLibrary, type Stored } from '../support/some-library';
import { serving, told, type SomeReply } from '../support/serving';
import { somePlatform } from '../support/some-platform';

// All that a reader may do, and then every document there is: nothing leads from a loan to who had it.
jest.setTimeout(600_000);

const reader = { card: 'S7781', openid: 'o-reader', pseudonym: 'p-5ec2e7' };
const platform = somePlatform();
let library: SomeLibrary;
let keys = 0;
const keyPrefix = 'key-of-life-';
const key = () => `${keyPrefix}${(keys += 1)}`;
/** What the loans were called while they were somebody's. */
let formerIds: readonly string[] = [];

const asked = async (openid: string, action: string, input: object): Promise<SomeReply> => {
  const reply = await library.as(openid)(action, { requestKey: key(), ...input });
  expect([action, told(reply)]).toEqual([action, 'ok']);
  return reply;
};
const desk = (action: string, input: object) => asked('o-desk', action, input);
const lend = (barcode: string, card = reader.card) => desk('checkOut', { card, barcode });
const handIn = (barcode: string) => desk('checkIn', { barcode, branchId: 'main' });
const on = (day: string) => library.setClock(`${day}T04:00:00Z`);
const forget = () => cloudForgetBorrowers(library.database, library.now)();
const stated = {
  card: reader.card,
  barcode: 'told',
  borrowedOn: '2026-03-02',
  dueOn: '2026-03-25',
  returnedOn: '2026-03-18',
  renewals: 0,
};
const importRow = () =>
  takeOverLoan({ ...circulationSurroundings(library.database, library.now), newId: randomUUID })(stated);

const loanOf = async (barcode: string): Promise<Stored> => {
  const [loan] = await library.all('loans', { barcode, card: reader.card });
  if (loan === undefined) throw new Error(`nobody has ${barcode}`);
  return loan;
};

beforeEach(async () => {
  library = await openSomeLibrary(platform.pay);
  const { card, openid, pseudonym } = reader;
  for (const each of [card, 'S2000']) await library.patron(each);
  await library.put('card_bindings', { _id: card, openid, pseudonym, version: 1, boundAt: library.now() });
  await library.put('wechat_accounts', { _id: openid, card, doneRequests: [] });
  await library.put('pseudonyms', { _id: card, pseudonym });
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
  await library.put('settings', { _id: 'payments', merchantId: '1900000109' });
  await library.put('policies', {
    _id: 'usual',
    patronCategory: '*',
    itemCategory: '*',
    maxRenewals: 2,
    loanDays: 30,
    finePerDay: 10,
  });
  for (const book of ['punctual', 'late', 'later', 'told', 'again'])
    await library.book(`book-${book}`, { [book]: {} });
});
afterEach(() => library.close());

/** Borrows, waits, renews, is late, pays at the desk and on the phone, and has returned all but one by May. */
const live = async (): Promise<void> => {
  expect(await importRow()).toBe('added');
  await lend('late', 'S2000');
  await asked(reader.openid, 'placeHold', { bookId: 'book-late', branchId: 'main' });
  await handIn('late');
  for (const barcode of ['punctual', 'late', 'later']) await lend(barcode);
  await desk('loanAtDesk', { barcode: 'late', reason: '核对' });
  await desk('markLoan', { barcode: 'late', mark: 'recalled', isOn: true, reason: '有人等' });
  await desk('markLoan', { barcode: 'late', mark: 'recalled', isOn: false, reason: '不等了' });
  on('2026-04-15');
  const { _id: loanId, dueOn } = await loanOf('punctual');
  await asked(reader.openid, 'renewMany', { loans: [{ loanId, seenDueOn: dueOn }] });
  on('2026-04-30');
  for (const barcode of ['late', 'later']) await handIn(barcode);
  on('2026-05-01');
  const [one, other] = await library.all('fines');
  await desk('settleFine', { fineId: one?._id, how: 'paid', reason: '现金' });
  const started = await asked(reader.openid, 'startPayment', { fineIds: [other?._id] });
  const { paymentId, amount } = started.value as { paymentId: string; amount: number };
  platform.orders.set(paymentId, { totalFee: amount, tradeState: 'SUCCESS' });
  await library.from({ kind: 'payment-platform', openid: '' })('paymentNotice', { paymentId });
};
/** What was renewed in time comes back on the day it is due, and costs nothing; the last book goes home for an hour. */
const handInPunctual = async (): Promise<void> => {
  on(String((await loanOf('punctual'))['dueOn']));
  await handIn('punctual');
  await lend('again');
  await handIn('again');
  formerIds = (await library.all('loans')).map(({ _id }) => _id);
};

type Found = { readonly name: string; readonly document: Stored; readonly text: string };
const everything = async (): Promise<readonly Found[]> => {
  const documents = await Promise.all(
    schema.map(async ({ name }) =>
      (await library.all(name)).map((document) => ({ name, document, text: JSON.stringify(document) })),
    ),
  );
  return documents.flat();
};
const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
const readerNames = Object.values(reader);
/** Where request keys stand, by which the audit log would lead on. */
const placesOfKeys = async (): Promise<ReadonlySet<string>> =>
  new Set((await everything()).flatMap(({ name, text }) => (text.includes(keyPrefix) ? [name] : [])));
/** Documents that name the reader and one of these. */
const namingBoth = async (words: readonly string[]): Promise<readonly string[]> =>
  (await everything()).flatMap(({ name, text }) =>
    has(text, readerNames) && has(text, words) ? [name] : [],
  );

const strings = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};
/** What a loan has from its copy and its book, and a month: many have the same. */
const shared = new Set(['', '边城', '沈从文', 'main', 'book', 'punctual', 'late', 'later', 'told', 'again']);
const isShared = (text: string): boolean =>
  shared.has(text.replace(/^book-/, '')) || /^\d{4}-\d{2}-01$/.test(text);

/** The copies of the loans that are nobody's; nothing in them that others have not too stands anywhere else. */
const nobodys = async (): Promise<readonly string[]> => {
  const all = await everything();
  const loans = all.filter(({ name, document }) => name === 'loans' && document['card'] === '');
  for (const { document } of loans) {
    const own = strings(document).filter((text) => !isShared(text) && text !== stated.borrowedOn);
    expect(own).toEqual([document._id]);
    expect(has(document._id, formerIds)).toBe(false);
    const places = all.filter((each) => each.document !== document && has(each.text, own));
    expect(places.map(({ name, text }) => `${name} ${text}`)).toEqual([]);
  }
  return loans.map(({ document }) => String(document['barcode'])).toSorted();
};

test('what is returned on time is forgotten the next day; what cost a fine, and what was paid, after the retention time', async () => {
  await live();
  await handInPunctual();
  library.setClock(new Date(library.now().getTime() + 86_400_000).toISOString());
  await forget();
  // The first loan of the late copy was another reader's.
  expect(await nobodys()).toEqual(['again', 'late', 'punctual', 'told']);
  expect(await importRow()).toBe('unchanged');
  library.setClock(new Date(library.now().getTime() + 8 * 86_400_000).toISOString());
  await forget();
  expect(await namingBoth(['punctual', 'again'])).toEqual([]);
  expect(await placesOfKeys()).toEqual(new Set(['audit', 'loans']));
  // Until then the reader can see what was to be paid for.
  expect(new Set(await namingBoth(['book-late', 'book-later']))).toEqual(new Set(['loans', 'fines']));
  on('2027-06-20');
  await forget();
  expect(await nobodys()).toEqual(['again', 'late', 'late', 'later', 'punctual', 'told']);
  expect(await namingBoth(['punctual', 'late', 'told', 'again', '边城'])).toEqual([]);
  expect(await importRow()).toBe('unchanged');
  expect(await nobodys()).toHaveLength(6);
  expect(await placesOfKeys()).toEqual(new Set(['audit']));
});

test('what somebody deletes who has returned everything is forgotten at once, and does not come back with an import', async () => {
  await live();
  await handInPunctual();
  const { database, now } = library;
  const { as } = serving(privacyActions, privacyHandlers(database, now, fakeFiles()), { database, now });
  expect(told(await as(reader.openid)('deleteData', { requestKey: key() }))).toBe('ok');
  expect(await nobodys()).toHaveLength(5);
  expect(await namingBoth(['punctual', 'late', 'told', 'again', '边城'])).toEqual([]);
  expect(await importRow()).toBe('unchanged');
  expect(await nobodys()).toHaveLength(5);
});
