import * as fc from 'fast-check';
import { circulation } from '../../cloudfunctions/circulation/contract';
import { randomInput, seeItAnswered } from '../support/random-input';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { someHold } from '../support/some-loan';

// Whatever a phone sends is answered: never with `unexpected`, and a refusal has changed nothing.
jest.setTimeout(300_000);
const runs = 60;
let library: SomeLibrary;
beforeAll(async () => {
  library = await openSomeLibrary();
  for (const card of ['card-1', 'card-2']) await library.patron(card);
  await library.put('staff', { _id: 'o-desk', role: 'admin' });
  await library.book('book-1', { 'copy-1': { status: 'on-loan' }, 'copy-2': {} });
  await library.book('book-2', { 'copy-3': { status: 'on-loan' } });
  await library.loans({}, { loanId: 'loan-2', bookId: 'book-2', barcode: 'copy-3', card: 'card-2' });
  await library.title({ bookId: 'book-2', holds: [someHold({ card: 'card-1' })] });
  await library.put('holds', {
    _id: 'hold-1',
    card: 'card-1',
    bookId: 'book-2',
    title: '边城',
    authors: [],
    branchId: 'main',
    placedAt: library.now(),
  });
});
afterAll(() => library.close());

const known = [
  'loan-1',
  'loan-2',
  'hold-1',
  'book-1',
  'book-2',
  'copy-1',
  'copy-2',
  'copy-3',
  'main',
  'card-1',
  'card-2',
  '2026-03-31',
  '2026-04-30',
  'request-1234',
  'recalled',
  true,
  false,
  null,
  [{ loanId: 'loan-1', seenDueOn: '2026-03-31' }],
];

test.each(Object.entries(circulation))('%s', async (name, { input }) => {
  const askers = ['o-card-1', 'o-desk', 'o-nobody'];
  const property = fc.asyncProperty(
    randomInput(input, known),
    fc.constantFrom(...askers),
    async (given, openid) => {
      await seeItAnswered(library, () => library.as(openid)(name, given as object));
    },
  );
  await expect(fc.assert(property, { numRuns: runs })).resolves.toBeUndefined();
});
