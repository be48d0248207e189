import { join } from 'node:path';
import { contradictions, invariants, type InvariantName } from '../../database/check-library/contradictions';
import type { LibraryDocuments } from '../../database/check-library/library-documents';
import { checkedCollections } from '../../database/check-library/library-documents';
import { readSeed } from '../../database/seed/load-seed';

type Document = Record<string, unknown> & { _id: string };
type Library = Record<keyof LibraryDocuments, Document[]>;

let whole: Library;
beforeAll(async () => {
  const seed = await readSeed(join(__dirname, '../../database/seed'), '2026-11-21');
  const documents = checkedCollections.map((name) => [name, seed[name] ?? []]);
  whole = Object.fromEntries(documents) as Library;
  const paid = { _id: 'pay', card: '20230002', fineIds: [], amount: 1, state: 'paid', receipt: 'r' };
  whole.payments = [paid];
});
/** `{ $date }` of the seed as dates. */
const copyOf = (library: Library): Library =>
  JSON.parse(JSON.stringify(library), (_, value: unknown) => {
    const date = (value as { $date?: string } | null)?.$date;
    return date === undefined ? value : new Date(date);
  }) as Library;
const found = (library: Library): readonly string[] => [
  ...new Set(contradictions(library as unknown as LibraryDocuments).map(({ rule }) => rule)),
];
const get = (library: Library, collection: keyof LibraryDocuments, id: string): Document => {
  const document = library[collection].find(({ _id }) => _id === id);
  if (document === undefined) throw new Error(`no ${collection}/${id}`);
  return document;
};
const withQueue = (library: Library, most: number): { holds: Record<string, unknown>[] } & Document => {
  const title = library.title_circulation.find(({ holds }) => (holds as unknown[]).length >= most);
  return title as unknown as { holds: Record<string, unknown>[] } & Document;
};

test('the demo library contradicts itself nowhere', () => {
  expect(contradictions(copyOf(whole) as unknown as LibraryDocuments)).toEqual([]);
});

test('a loan that was reported lost agrees with a copy that is missing, and with no other', () => {
  const library = copyOf(whole);
  const loan = get(library, 'loans', 'demo-loan-001');
  loan['reportedLost'] = true;
  expect(found(library)).toEqual(['copyShowsLoan']);
  get(library, 'copies', String(loan['barcode']))['status'] = 'missing';
  expect(found(library)).toEqual([]);
});

/** Each rule, broken on purpose as a cut-off or a lost race would. */
const breakages: Readonly<Record<InvariantName, (library: Library) => void>> = {
  patronKnowsLoans: (library) => {
    get(library, 'patron_circulation', '20230001')['openLoans'] = [];
  },
  titleKnowsLoans: (library) => {
    const { bookId } = get(library, 'loans', 'demo-loan-001');
    get(library, 'title_circulation', String(bookId))['loans'] = [];
  },
  copyIsLentOnce: (library) => {
    library.loans.push({ ...get(library, 'loans', 'demo-loan-001'), _id: 'twice' });
  },
  copyShowsLoan: (library) => {
    const { barcode } = get(library, 'loans', 'demo-loan-001');
    get(library, 'copies', String(barcode))['dueOn'] = '2030-01-01';
  },
  historyTellsRenewals: (library) => {
    get(library, 'loans', 'demo-loan-001')['history'] = [{ kind: 'renewed' }];
  },
  queueIsHolds: (library) => {
    get(library, 'holds', 'demo-hold-01')['endedOn'] = '2026-11-20';
  },
  patronKnowsHolds: (library) => {
    get(library, 'patron_circulation', '20230004')['holds'] = [];
  },
  holdIsOne: (library) => {
    const title = withQueue(library, 2);
    for (const hold of title.holds) hold['card'] = '20230008';
  },
  holdIsForAnother: (library) => {
    const { card, bookId } = get(library, 'holds', 'demo-hold-01');
    Object.assign(get(library, 'loans', 'demo-loan-001'), { card, bookId });
  },
  watchIsTold: (library) => {
    const [title] = library.title_circulation;
    Object.assign(title ?? {}, { watchers: ['20230001'] });
  },
  copyIsKeptOnce: (library) => {
    for (const title of library.title_circulation)
      for (const hold of title['holds'] as Record<string, unknown>[])
        if (hold['state'] === 'ready') hold['keptBarcode'] = 'one-copy';
  },
  queueKeepsOrder: (library) => {
    withQueue(library, 2).holds.reverse();
  },
  copyShowsPlace: (library) => {
    const copy = library.copies.find(({ status }) => status === 'available');
    if (copy) copy['status'] = 'missing';
  },
  sumOfFines: (library) => {
    get(library, 'patron_circulation', '20230010')['finesOwed'] = 0;
  },
  paidIsSettled: (library) => {
    const { _id } = library.fines.find(({ state }) => state === 'owed') ?? { _id: '' };
    get(library, 'payments', 'pay')['fineIds'] = [_id];
  },
  fineIsOrderedOnce: (library) => {
    const order = { card: '20230002', fineIds: ['f1'], amount: 1, state: 'open', receipt: null };
    library.payments.push({ ...order, _id: 'one' }, { ...order, _id: 'other' });
  },
  patronKnowsPayments: (library) => {
    get(library, 'patron_circulation', '20230002')['openPayments'] = [{ paymentId: 'pay', amount: 1 }];
  },
  bindingIsOne: (library) => {
    get(library, 'card_bindings', '20230001')['openid'] = 'reader-2';
  },
};

test.each(Object.keys(invariants) as InvariantName[])('%s is noticed when it is broken', (rule) => {
  const library = copyOf(whole);
  breakages[rule](library);
  expect(found(library)).toContain(rule);
});

test('a watch that is being told is no contradiction', () => {
  const library = copyOf(whole);
  const patron = get(library, 'patron_circulation', '20230001');
  const watch = { bookId: 'a-title', title: '边城', since: '2026-11-20' };
  Object.assign(patron, { watches: [watch] });
  expect(found(library)).toEqual(['watchIsTold']);
  library.watch_calls.push({ _id: 'a-title-1', bookId: 'a-title', cards: ['20230001'] });
  expect(found(library)).toEqual([]);
});

test('a renewal, which tells the loan, its title and its patron but not the copy, is no contradiction', () => {
  const library = copyOf(whole);
  const loan = get(library, 'loans', 'demo-loan-001');
  const renew = (open: Record<string, unknown>) => {
    if (open['loanId'] === loan._id) open['dueOn'] = '2027-05-05';
  };
  Object.assign(loan, { dueOn: '2027-05-05', renewals: 1 });
  for (const renewed of [
    ...(get(library, 'title_circulation', String(loan['bookId']))['loans'] as Record<string, unknown>[]),
    ...(get(library, 'patron_circulation', String(loan['card']))['openLoans'] as Record<string, unknown>[]),
  ])
    renew(renewed);
  expect(found(library)).toEqual([]);
});
