import { cloudSigningKeys } from '../../cloudfunctions/membership/adapters/cloud-signing-keys';
import { digitalCardActions } from '../../cloudfunctions/membership/contract/digital-card';
import { termActions } from '../../cloudfunctions/membership/contract/membership-term';
import { cardHandlers } from '../../cloudfunctions/membership/function/card-handlers';
import { keptIn } from '../support/membership-desk';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { serving, told, type Ask } from '../support/serving';

const start = new Date('2026-11-21T04:00:00Z');
let memory: MemoryDatabase;
let now = start;
let as: (openid: string) => Ask;
let kept: ReturnType<typeof keptIn>;

const contract = { ...digitalCardActions, ...termActions };
beforeEach(async () => {
  memory = await openMemoryDatabase();
  kept = keptIn(memory);
  now = start;
  const { database } = memory;
  const add = (collection: string, data: object) => database.collection(collection).add({ data });
  const limits = { loanLimit: 4, holdLimit: 2, rights: ['borrow'] };
  await add('patron_categories', {
    _id: 'alumni',
    name: '校友',
    kind: 'online',
    membershipDays: 365,
    renewal: 'at-once',
    ...limits,
  });
  await add('patrons', { _id: 'AL2600001', name: '周敏', category: 'alumni', endsOn: '2026-12-01' });
  await add('card_bindings', {
    _id: 'AL2600001',
    openid: 'o-ann',
    pseudonym: 'p-1',
    version: 1,
    boundAt: start,
  });
  await add('wechat_accounts', { _id: 'o-ann', card: 'AL2600001', doneRequests: [] });
  await add('pseudonyms', { _id: 'AL2600001', pseudonym: 'p-1' });
  await add('staff', { _id: 'o-lib', role: 'librarian' });
  as = serving(
    contract,
    cardHandlers(database, () => now),
    { database, now: () => now },
  ).as;
});
afterEach(() => memory.close());

type Shown = { readonly code: { readonly text: string; readonly endsAt: number } | null };
const shown = async (): Promise<Shown> => (await as('o-ann')('digitalCard')).value as Shown;
const read = (text: string) => as('o-lib')('readCardCode', { text });

test('a card with its whole number, and a code that staff can read for 60 seconds', async () => {
  const { code, ...card } = await shown();
  expect(card).toEqual({
    card: 'AL2600001',
    name: '周敏',
    category: 'alumni',
    categoryName: '校友',
    endsOn: '2026-12-01',
    standing: 'active',
  });
  expect(code?.endsAt).toBe(start.getTime() + 60_000);
  const text = code?.text ?? '';
  expect((await read(text)).value).toEqual(card);
  now = new Date(start.getTime() + 60_000);
  expect(told(await read(text))).toBe('ok');
  now = new Date(start.getTime() + 60_001);
  expect(told(await read(text))).toBe('code-over');
  expect(await kept.found('audit', { action: 'membership.readCardCode', patron: 'p-1' })).toHaveLength(2);
});

test.each([
  ['another card', (text: string) => text.replace('AL2600001', 'AL2600002')],
  ['a later end', (text: string) => text.replace(/\.[0-9a-z]+\.(?=[^.]+$)/, '.zzzzzz.')],
  ['no seal', (text: string) => text.replace(/[^.]+$/, '')],
  ['a shorter seal', (text: string) => text.slice(0, -1)],
  ['any text', () => 'https://example.org'],
])('a code that was changed is none: %s', async (_, change) => {
  expect(told(await read(change((await shown()).code?.text ?? '')))).toBe('not-a-card-code');
});

test('without a usable key there is no code, and none is read', async () => {
  const text = (await shown()).code?.text ?? '';
  await memory.database
    .collection('secrets')
    .doc('signing')
    .update({ data: { keys: [{ key: '1234', madeAt: start }] } });
  now = new Date(start.getTime() + 60_000);
  expect((await shown()).code).toBeNull();
  expect(told(await read(text))).toBe('not-a-card-code');
});

test('the first run makes the key, twenty at once the same one', async () => {
  const keys = await Promise.all(
    Array.from({ length: 20 }, () => cloudSigningKeys(memory.database, () => now).known()),
  );
  expect(new Set(keys.flat()).size).toBe(1);
});

test('after ninety days there is a new key, and what the old one signed still counts', async () => {
  const keys = cloudSigningKeys(memory.database, () => now);
  const [first] = await keys.known();
  await keys.rotate();
  expect(await keys.known()).toEqual([first]);
  now = new Date(start.getTime() + 90 * 86_400_000);
  await keys.rotate();
  const [second, old, ...more] = await keys.known();
  expect([old, more]).toEqual([first, []]);
  expect(second).not.toBe(first);
});

test('nobody but a patron has a card, nobody but staff reads one', async () => {
  expect(told(await as('o-lib')('digitalCard'))).toBe('not-bound');
  expect(told(await as('o-ann')('readCardCode', { text: 'x' }))).toBe('forbidden');
});

test('a membership is prolonged once by one request, whatever is repeated', async () => {
  const membership = await as('o-ann')('membership');
  expect(membership.value).toMatchObject({ prolongedTo: '2027-12-01', notProlonged: null, loanLimit: 4 });
  const ask = () => as('o-ann')('prolongMembership', { requestKey: 'request-1' });
  const replies = await Promise.all(Array.from({ length: 20 }, ask));
  expect(replies.map(({ value }) => value)).toEqual(replies.map(() => ({ endsOn: '2027-12-01' })));
  expect(await kept.document('patrons', 'AL2600001')).toMatchObject({ endsOn: '2027-12-01' });
  expect(await kept.found('audit', { action: 'membership.prolongMembership' })).toHaveLength(1);
  const again = await as('o-ann')('prolongMembership', { requestKey: 'request-2' });
  expect(again.reasons).toEqual([{ code: 'term-too-early', opensOn: '2027-11-01' }]);
});
