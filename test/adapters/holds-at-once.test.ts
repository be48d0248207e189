import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { someHold } from '../support/some-loan';
import { heard, told } from '../support/serving';

// Many at the same moment, through the real SDK; each case often, since it is a matter of luck who is first.
jest.setTimeout(600_000);
const repeats = 50;
const readers = Array.from({ length: 20 }, (_, at) => `card-${at + 1}`);
let library: SomeLibrary;
beforeAll(async () => {
  library = await openSomeLibrary();
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
  for (const card of readers) await library.patron(card);
});
afterAll(() => library.close());

const by = (card: string) => library.as(`o-${card}`);
const place = (card: string, bookId: string) =>
  by(card)('placeHold', { bookId, branchId: 'main', requestKey: `hold-${bookId}-${card}` });
type Hold = { readonly card: string; readonly state: string; readonly keptBarcode: string | null };
const titleOf = async (bookId: string) => {
  const title = await library.one('title_circulation', bookId);
  return { ...title, holds: title?.['holds'] as readonly Hold[] };
};
const outBook = async (bookId: string): Promise<void> => {
  await library.book(bookId, { [`copy-${bookId}`]: { status: 'on-loan' } });
  await library.addLoans({ loanId: `loan-${bookId}`, bookId, barcode: `copy-${bookId}`, card: 'card-1' });
};

/** The collections that the transaction wrote which gave the title this sequence number last. */
const writtenWith = (bookId: string, sequence: number, since: number): readonly unknown[] => {
  const requests = library.requests.slice(since);
  const wrote = requests.filter(
    ({ collectionName, data }) =>
      collectionName === 'title_circulation' &&
      typeof data === 'string' &&
      data.includes(bookId) &&
      new RegExp(`"sequence":(\\{"\\$numberInt":")?${sequence}\\b`).test(data),
  );
  const id = wrote.at(-1)?.['transactionId'];
  expect(id).toBeDefined();
  return requests.flatMap(({ transactionId, collectionName, data }) =>
    transactionId === id && data !== undefined ? [collectionName] : [],
  );
};

test(`a renewal against a hold placed at the same moment is one of the two orders, ${repeats} times`, async () => {
  for (let round = 0; round < repeats; round += 1) {
    const bookId = `race-${round}`;
    await outBook(bookId);
    await library.account({ card: 'card-2' });
    const since = library.requests.length;
    const asked = { loanId: `loan-${bookId}`, seenDueOn: '2026-03-31', requestKey: `renew-${bookId}` };
    const renew = () => by('card-1')('renew', asked);
    const hold = () => place('card-2', bookId);
    const both = round % 2 === 0 ? [renew(), hold()] : [hold(), renew()].toReversed();
    const [renewed, held] = (await Promise.all(both)).map(told);
    expect(held).toBe('ok');
    expect(['ok', 'reserved']).toContain(renewed);
    const isGranted = renewed === 'ok';
    // Granted only where the renewal was written before the hold: the last write is then the hold's.
    expect(await titleOf(bookId)).toMatchObject({ sequence: isGranted ? 2 : 1 });
    expect(isGranted ? writtenWith(bookId, 2, since) : []).not.toContain('loans');
    const afterwards = await by('card-1')('renew', {
      ...asked,
      seenDueOn: '2026-04-30',
      requestKey: `late-${bookId}`,
    });
    expect(told(afterwards)).toBe('reserved');
  }
});

test(`of twenty who all ask at once, one of them to bring back the copy, one reader gets it, ${repeats / 10} times`, async () => {
  for (let round = 0; round < repeats / 10; round += 1) {
    const bookId = `rush-${round}`;
    const barcode = `copy-${bookId}`;
    for (const card of readers) await library.account({ card });
    await outBook(bookId);
    await library.title({ bookId, loans: [{ loanId: `loan-${bookId}`, barcode, dueOn: '2026-03-31' }] });
    const asked = { barcode, branchId: 'main', requestKey: `back-${bookId}` };
    const back = () => library.as('o-desk')('checkIn', asked);
    const coming = readers.slice(1).map((card) => () => place(card, bookId));
    const all = coming.toSpliced(round % coming.length, 0, back);
    const answers = (await Promise.all(all.map(heard))).map(told);
    expect(answers).toEqual(all.map(() => 'ok'));
    const { holds } = await titleOf(bookId);
    expect(new Set(holds.map(({ card }) => card))).toEqual(new Set(readers.slice(1)));
    expect(holds).toHaveLength(19);
    expect(holds.map(({ keptBarcode }) => keptBarcode)).toEqual([barcode, ...holds.slice(1).map(() => null)]);
  }
});

test(`of twenty readers and one returned copy one gets it, and the queue keeps its order, ${repeats} times`, async () => {
  for (let round = 0; round < repeats; round += 1) {
    const bookId = `queue-${round}`;
    for (const card of readers) await library.account({ card });
    await outBook(bookId);
    const waiting = readers.slice(1, 17);
    const coming = readers.slice(17);
    await library.title({
      bookId,
      loans: [{ loanId: `loan-${bookId}`, barcode: `copy-${bookId}`, dueOn: '2026-03-31' }],
      holds: waiting.map((card) => someHold({ card, holdId: `${bookId}-${card}` })),
    });
    const back = library.as('o-desk')('checkIn', {
      barcode: `copy-${bookId}`,
      branchId: 'main',
      requestKey: `back-${bookId}`,
    });
    const replies = await Promise.all([back, ...coming.map((card) => place(card, bookId))]);
    expect(replies.map(told)).toEqual(replies.map(() => 'ok'));
    const { holds } = await titleOf(bookId);
    expect(holds.filter(({ keptBarcode }) => keptBarcode !== null)).toMatchObject([
      { card: waiting[0], state: 'ready', keptBarcode: `copy-${bookId}` },
    ]);
    expect(holds.slice(0, waiting.length).map(({ card }) => card)).toEqual(waiting);
    expect(new Set(holds.slice(waiting.length).map(({ card }) => card))).toEqual(new Set(coming));
    expect(holds).toHaveLength(19);
  }
});

test(`of twenty who are lent one copy at once one has it, ${repeats / 5} times`, async () => {
  for (let round = 0; round < repeats / 5; round += 1) {
    const bookId = `desk-${round}`;
    const barcode = `copy-${bookId}`;
    for (const card of readers) await library.account({ card });
    await library.book(bookId, { [barcode]: {} });
    const lend = (card: string) =>
      library.as('o-desk')('checkOut', { card, barcode, requestKey: `lend-${bookId}-${card}` });
    const replies = (await Promise.all(readers.map(lend))).map(told);
    expect(replies.filter((code) => code === 'ok')).toHaveLength(1);
    expect(replies.filter((code) => code === 'on-loan')).toHaveLength(19);
    expect(await library.all('loans', { barcode })).toHaveLength(1);
  }
});
