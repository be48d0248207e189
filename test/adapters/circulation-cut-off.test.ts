import { contradictions } from '../../database/check-library/contradictions';
import { checkedCollections, type LibraryDocuments } from '../../database/check-library/library-documents';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { heard, told, type SomeReply } from '../support/serving';

// Functions are killed anywhere: the library agrees with itself all the same, and what is asked again is done once.
jest.setTimeout(600_000);
let library: SomeLibrary;
beforeEach(async () => {
  library = await openSomeLibrary();
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
});
afterEach(() => library.close());

/** A title and patrons of its own for each try. */
type Place = { readonly id: string; readonly bookId: string; readonly barcode: string };
/** Asks the same with every call; the id is that of the reader's loan or hold where there is one. */
type Ask = (place: Place, id: string) => Promise<SomeReply>;
type Prepare = (place: Place) => Promise<string | void>;

const desk = (action: string, input: object) => library.as('o-desk')(action, input);
const reader = ({ id }: Place) => library.as(`o-reader-${id}`);
const accepted = async (asking: Promise<SomeReply>): Promise<SomeReply> => {
  const reply = await asking;
  expect(told(reply)).toBe('ok');
  return reply;
};

const lent = async ({ id, barcode }: Place, to = 'borrower'): Promise<void> => {
  await accepted(desk('checkOut', { card: `${to}-${id}`, barcode, requestKey: `lent-${id}` }));
};
const heldBy = async ({ id, bookId }: Place, ...names: readonly string[]): Promise<void> => {
  for (const name of names) {
    const asked = { bookId, branchId: 'main', requestKey: `hold-${name}-${id}` };
    await accepted(library.as(`o-${name}-${id}`)('placeHold', asked));
  }
};
const brought: Ask = ({ id, barcode }) =>
  desk('checkIn', { barcode, branchId: 'main', requestKey: `brought-${id}` });
const holdOf = async ({ id }: Place): Promise<string> =>
  (await library.all('holds', { card: `reader-${id}` }))[0]?._id ?? 'none';
const loanOf = async ({ barcode }: Place): Promise<string> =>
  (await library.all('loans', { barcode }))[0]?._id ?? 'none';
const marked = (place: Place, mark: string): Promise<SomeReply> => {
  const requestKey = `mark-${place.id}`;
  return desk('markLoan', { barcode: place.barcode, mark, isOn: true, reason: 'service', requestKey });
};

const actions: readonly (readonly [string, Prepare, Ask])[] = [
  [
    'checkOut, of the copy that was ready for who borrows it',
    async (place) => {
      await lent(place);
      await heldBy(place, 'reader', 'next');
      await accepted(brought(place, ''));
    },
    ({ id, barcode }) => desk('checkOut', { card: `reader-${id}`, barcode, requestKey: `out-${id}` }),
  ],
  [
    'checkIn, overdue, while somebody waits and somebody else wants to hear of it',
    async (place) => {
      await lent(place);
      const asked = { bookId: place.bookId, isOn: true, requestKey: `watch-${place.id}` };
      await accepted(library.as(`o-next-${place.id}`)('watch', asked));
      await heldBy(place, 'reader');
      library.setClock('2026-06-20T04:00:00Z');
    },
    brought,
  ],
  [
    'renew',
    async (place) => {
      await lent(place, 'reader');
      return loanOf(place);
    },
    (place, loanId) => {
      const asked = { loanId, seenDueOn: '2026-04-19', requestKey: `renew-${place.id}` };
      return reader(place)('renew', asked);
    },
  ],
  [
    'placeHold',
    (place) => lent(place),
    (place) =>
      reader(place)('placeHold', { bookId: place.bookId, branchId: 'main', requestKey: `place-${place.id}` }),
  ],
  [
    'cancelHold, of a copy that passes on to the next',
    async (place) => {
      await lent(place);
      await heldBy(place, 'reader', 'next');
      await accepted(brought(place, ''));
      return holdOf(place);
    },
    (place, holdId) => reader(place)('cancelHold', { holdId, requestKey: `cancel-${place.id}` }),
  ],
  [
    'suspendHold',
    async (place) => {
      await lent(place);
      await heldBy(place, 'reader', 'next');
      return holdOf(place);
    },
    (place, holdId) => {
      const asked = { holdId, until: '2026-03-28', requestKey: `rest-${place.id}` };
      return reader(place)('suspendHold', asked);
    },
  ],
  [
    'watch',
    (place) => lent(place),
    (place) => reader(place)('watch', { bookId: place.bookId, isOn: true, requestKey: `watch-${place.id}` }),
  ],
  ['markLoan, recalled', (place) => lent(place), (place) => marked(place, 'recalled')],
  ['markLoan, reported lost', (place) => lent(place), (place) => marked(place, 'reported-lost')],
  [
    'chooseLoans',
    (place) => lent(place, 'reader'),
    (place) => reader(place)('chooseLoans', { history: true, requestKey: `choose-${place.id}` }),
  ],
];

const everything = async () => {
  const names = [...checkedCollections, 'messages', 'loan_choices', 'audit'];
  const all = await Promise.all(names.map(async (name) => [name, await library.all(name)] as const));
  const documents = Object.fromEntries(all) as unknown as LibraryDocuments;
  // Nobody of these has gone through binding.
  const found = contradictions({ ...documents, card_bindings: [], wechat_accounts: [] });
  return { text: JSON.stringify(documents), found };
};
const losses = ['request', 'reply'] as const;

test.each(losses.flatMap((loss) => actions.map(([action, ...rest]) => [action, loss, ...rest] as const)))(
  '%s, the last %s lost',
  async (_, loss, prepare, ask) => {
    let isWhole = false;
    let calls = 0;
    for (; !isWhole; calls += 1) {
      const place = { id: `try-${calls}`, bookId: `book-${calls}`, barcode: `copy-${calls}` };
      library.setClock('2026-03-20T04:00:00Z');
      await library.book(place.bookId, { [place.barcode]: {} });
      for (const name of ['borrower', 'reader', 'next']) await library.patron(`${name}-${place.id}`);
      const id = (await prepare(place)) ?? '';
      const before = await everything();
      library.cutOffAfter(calls, loss);
      isWhole = told(await ask(place, id)) === 'ok';
      library.cutOffAfter(null);
      library.endKilled();
      const after = await everything();
      const isDone = after.text !== before.text;
      expect(loss === 'reply' || isDone === isWhole).toBe(true);
      await accepted(heard(() => ask(place, id)));
      const again = await everything();
      expect(isDone ? again.text : after.text).toBe(after.text);
      expect([before, after, again].map(({ found }) => found)).toEqual([[], [], []]);
    }
    expect(calls).toBeGreaterThan(5);
  },
);
