import * as fc from 'fast-check';
import { circulation } from '../../cloudfunctions/circulation/contract';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { someHold } from '../support/some-loan';
import type { SomeReply } from '../support/serving';

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
    title: '',
    placedAt: library.now(),
  });
});
afterAll(() => library.close());

const known = fc.constantFrom<unknown>(
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
);
const odd = fc.constantFrom<unknown>(
  '',
  '__proto__',
  'constructor',
  '$where',
  'a/b',
  '\u0000',
  '😀'.repeat(40),
  -1,
  1e308,
  Number.NaN,
  { $gt: '' },
  { $ne: null },
  [[]],
  '2026-02-30',
);
const anything = fc.oneof(
  { weight: 6, arbitrary: known },
  { weight: 2, arbitrary: odd },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** Input with the fields that an action knows, each filled with whatever, or left out. */
const inputFor = (schema: unknown): fc.Arbitrary<unknown> => {
  const { entries = {} } = schema as { readonly entries?: Readonly<Record<string, unknown>> };
  const fields = Object.fromEntries(Object.keys(entries).map((name) => [name, anything]));
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 4, arbitrary: fc.record(fields) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
};

const isWrite = ({ action }: { readonly action: string }): boolean =>
  /insertDocument|modifyDocument|removeDocument/.test(action);
/** What was written by what came after so many requests, to anything but the audit log. */
const written = (since: number): readonly unknown[] =>
  library.requests
    .slice(since)
    .filter((request) => isWrite(request) && request['collectionName'] !== 'audit');

test.each(Object.entries(circulation))('%s', async (name, { input }) => {
  const askers = ['o-card-1', 'o-desk', 'o-nobody'];
  const property = fc.asyncProperty(inputFor(input), fc.constantFrom(...askers), async (given, openid) => {
    const since = library.requests.length;
    const reply: SomeReply = await library.as(openid)(name, given as object);
    const codes = (reply.reasons ?? []).map(({ code }) => code);
    expect(codes).not.toContain('unexpected');
    expect(reply.ok || codes.length > 0).toBe(true);
    expect(reply.ok ? [] : written(since)).toEqual([]);
  });
  await fc.assert(property, { numRuns: runs });
});
