import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { someHold } from '../support/some-loan';
import { told, type SomeReply } from '../support/serving';

// Functions are killed anywhere: what they were at has happened whole or not at all, and asked again it is done once.
jest.setTimeout(600_000);
let library: SomeLibrary;
beforeAll(async () => {
  library = await openSomeLibrary();
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
});
afterAll(() => library.close());

/** A title of its own for each try: what a killed function had begun keeps its documents locked for a while. */
type Place = {
  readonly id: string;
  readonly bookId: string;
  readonly barcode: string;
  readonly card: string;
};
type Ask = (place: Place) => Promise<SomeReply>;

const by = (card: string) => library.as(`o-${card}`);
const desk = (action: string, input: object) => library.as('o-desk')(action, input);
const collections = [
  'loans',
  'title_circulation',
  'patron_circulation',
  'holds',
  'fines',
  'messages',
  'watch_calls',
];
const everything = async () => {
  const all = await Promise.all([...collections, 'copies', 'audit'].map((name) => library.all(name)));
  return JSON.stringify(all);
};

const onShelf = ({ bookId, barcode }: Place) => library.book(bookId, { [barcode]: {} });
const onLoan = async ({ id, bookId, barcode }: Place): Promise<void> => {
  await library.book(bookId, { [barcode]: { status: 'on-loan' } });
  await library.patron(`borrower-${id}`);
  await library.addLoans({
    loanId: `loan-${id}`,
    bookId,
    barcode,
    card: `borrower-${id}`,
    dueOn: '2026-03-10',
  });
};
const held = async (place: Place): Promise<void> => {
  const { id, bookId, barcode, card } = place;
  await library.book(bookId, { [barcode]: { status: 'on-hold-shelf' } });
  await library.patron(`next-${id}`);
  const kept = { state: 'ready', keptBarcode: barcode, pickupBy: '2026-03-25' } as const;
  const holds = [
    someHold({ holdId: `hold-${id}`, card, ...kept }),
    someHold({ holdId: `next-${id}`, card: `next-${id}` }),
  ];
  await library.title({ bookId, holds });
  await library.account({ card, holds: [{ holdId: `hold-${id}`, bookId }] });
};

test.each<readonly [string, (place: Place) => Promise<void>, Ask]>([
  [
    'checkOut',
    onShelf,
    ({ id, barcode, card }) => desk('checkOut', { card, barcode, requestKey: `check-out-${id}` }),
  ],
  [
    'checkIn',
    async (place) => {
      await onLoan(place);
      const { id, bookId, barcode, card } = place;
      await library.title({
        bookId,
        loans: [{ loanId: `loan-${id}`, barcode, dueOn: '2026-03-10' }],
        watchers: [card],
        holds: [someHold({ holdId: `h-${id}`, card })],
      });
    },
    ({ id, barcode }) => desk('checkIn', { barcode, branchId: 'main', requestKey: `check-in-${id}` }),
  ],
  [
    'placeHold',
    onLoan,
    ({ id, bookId, card }) => by(card)('placeHold', { bookId, branchId: 'main', requestKey: `place-${id}` }),
  ],
  [
    'cancelHold',
    held,
    ({ id, card }) => by(card)('cancelHold', { holdId: `hold-${id}`, requestKey: `cancel-${id}` }),
  ],
])('%s', async (action, prepare, ask) => {
  let whole = 0;
  let again: readonly string[] = [];
  for (let calls = 0; whole === 0; calls += 1) {
    const id = `${action}-${calls}`;
    const place = { id, bookId: `book-${id}`, barcode: `copy-${id}`, card: `card-${id}` };
    await library.patron(place.card);
    await prepare(place);
    const before = await everything();
    library.cutOffAfter(calls);
    const reply = told(await ask(place));
    library.cutOffAfter(null);
    const after = await everything();
    expect([reply === 'ok', after !== before]).toEqual(reply === 'ok' ? [true, true] : [false, false]);
    if (reply !== 'ok') continue;
    whole = calls;
    await ask(place);
    again = [after, await everything()];
  }
  expect(again[1]).toBe(again[0]);
  expect(whole).toBeGreaterThan(10);
});
