import { cancelMessages, tellOnce } from '../../cloudfunctions/kernel/wechat/cloud-messages';
import type { Message } from '../../cloudfunctions/kernel/message';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { told, type SomeReply } from '../support/serving';

jest.setTimeout(60_000);
let library: SomeLibrary;
beforeAll(async () => {
  library = await openSomeLibrary();
  for (const card of ['card-1', 'card-2']) await library.patron(card);
});
afterAll(() => library.close());

const back = (key: string, to: { openid?: string; card?: string }, at: string): Message => ({
  key,
  openid: to.openid ?? null,
  card: to.card ?? null,
  kind: 'title-back',
  details: { bookId: 'b1', title: '边城' },
  at: new Date(at),
});
const of = async (openid: string) => {
  const { value } = await library.as(openid)('messages');
  return value as { messages: { messageId: string; isRead: boolean }[]; unread: number };
};
const idsOf = async (openid: string) => (await of(openid)).messages.map(({ messageId }) => messageId);
const mark = (openid: string, messageIds: readonly string[]) =>
  library.as(openid)('markMessagesRead', { messageIds, requestKey: 'mark-0001' });

beforeEach(async () => {
  await library.database.collection('messages').where({}).remove();
  await tellOnce(library.database, [
    back('m1', { card: 'card-1' }, '2026-03-18T00:00:00Z'),
    back('m2', { card: 'card-1' }, '2026-03-19T00:00:00Z'),
    back('m3', { card: 'card-2' }, '2026-03-19T00:00:00Z'),
    back('m4', { openid: 'o-card-1' }, '2026-03-17T00:00:00Z'),
    back('m5', { openid: 'o-card-1', card: 'card-9' }, '2026-03-17T00:00:00Z'),
    back('m6', { openid: 'o-applicant' }, '2026-03-17T00:00:00Z'),
  ]);
});

test('messages go to the card and to the WeChat, the newest first, and to nobody else', async () => {
  expect(await idsOf('o-card-1')).toEqual(['m2', 'm1', 'm4']);
  expect(await idsOf('o-card-2')).toEqual(['m3']);
  expect(await idsOf('o-applicant')).toEqual(['m6']);
  expect(await idsOf('o-stranger')).toEqual([]);
});

test('are read once marked, and only by whom they are for', async () => {
  expect(await mark('o-card-2', ['m1', 'm3'])).toMatchObject({ value: { unread: 0 } });
  expect(await mark('o-card-1', ['m2'])).toMatchObject({ value: { unread: 2 } });
  expect(await mark('o-card-1', ['m2'])).toMatchObject({ value: { unread: 2 } });
  expect((await of('o-card-1')).messages.map(({ isRead }) => isRead)).toEqual([true, false, false]);
});

const numbered = (number: number) => `n${String(number).padStart(3, '0')}`;
const secondOf = (number: number) =>
  new Date(Date.parse('2026-03-20T00:00:00Z') + number * 1000).toISOString();
test('of more than a hundred the latest are shown, and of two in the same instant the first by key', async () => {
  await tellOnce(
    library.database,
    Array.from({ length: 99 }, (_, number) => back(numbered(number), { card: 'card-1' }, secondOf(number))),
  );
  await tellOnce(library.database, [back('n097-b', { openid: 'o-card-1' }, secondOf(97))]);
  const shown = await idsOf('o-card-1');
  expect(shown).toHaveLength(100);
  expect(shown.slice(0, 3)).toEqual(['n098', 'n097', 'n097-b']);
  expect(shown.at(-1)).toBe('n000');
  await tellOnce(library.database, [back('n999', { card: 'card-1' }, secondOf(999))]);
  expect((await idsOf('o-card-1')).at(-1)).toBe('n001');
});

test('told again they stay as they are', async () => {
  await mark('o-card-1', ['m1']);
  await tellOnce(library.database, [
    back('m1', { card: 'card-1' }, '2026-03-18T00:00:00Z'),
    back('m7', { card: 'card-1' }, '2026-03-20T00:00:00Z'),
  ]);
  expect(await idsOf('o-card-1')).toEqual(['m7', 'm2', 'm1', 'm4']);
  expect((await of('o-card-1')).unread).toBe(3);
});

test('what was not read is taken back with the card', async () => {
  await mark('o-card-1', ['m1']);
  await cancelMessages(library.database, library.now)('card-1');
  expect(await idsOf('o-card-1')).toEqual(['m1', 'm4']);
});

const ann = (action: string, input: object = {}) => library.as('o-card-1')(action, input);
let keys = 0;
const choose = (change: object) => ann('chooseLoans', { ...change, requestKey: `choose-${(keys += 1)}-x` });
const returned = (loanId: string, title: string, at: string, change: object = {}) => ({
  loanId,
  title,
  authors: ['沈从文'],
  returnedOn: at.slice(0, 10),
  history: [{ at: new Date(at), kind: 'returned' as const, from: null, to: null }],
  ...change,
});
const titles = (reply: SomeReply) =>
  (reply.value as { loans: { title: string }[] }).loans.map(({ title }) => title);

describe('the history of loans', () => {
  beforeEach(async () => {
    library.setClock('2026-03-20T04:00:00Z');
    await choose({ history: false, autoRenewal: false });
    await library.loans(
      {},
      returned('old', '旧书', '2026-02-01T02:00:00Z'),
      returned('morning', '早上还的', '2026-03-20T01:00:00Z'),
    );
  });

  test('switched off, what was returned is nobody’s any more, but for a fine that is owed', async () => {
    await choose({ history: true });
    const fine = { card: 'card-1', bookId: 'b', title: '旧书', amount: 30, days: 3, fixedOn: '2026-02-01' };
    await library.put('fines', { _id: 'f1', ...fine, loanId: 'old', state: 'owed', settledOn: null });
    await choose({ history: false });
    const loans = await library.all('loans');
    const cards = new Map(loans.map(({ title, card }) => [title, card]));
    expect(cards).toEqual(
      new Map([
        ['边城', 'card-1'],
        ['旧书', 'card-1'],
        ['早上还的', ''],
      ]),
    );
    expect(await library.one('loans', 'morning')).toBeNull();
    await library.database.collection('fines').where({}).remove();
  });

  test('is off until it is chosen, and then begins', async () => {
    expect(told(await ann('loanHistory'))).toBe('history-off');
    expect(await ann('loanChoices')).toMatchObject({ value: { historySince: null, autoRenewal: false } });
    expect(await choose({ history: true })).toMatchObject({ value: { historySince: '2026-03-20' } });
    await library.addLoans(returned('new', '边城', '2026-03-20T06:00:00Z', { card: 'card-1' }));
    expect(titles(await ann('loanHistory'))).toEqual(['边城']);
  });

  test('switched off and on again brings nothing back', async () => {
    await choose({ history: true });
    await library.addLoans(returned('new', '边城', '2026-03-20T06:00:00Z', { card: 'card-1' }));
    library.setClock('2026-03-20T08:00:00Z');
    await choose({ history: false });
    await choose({ history: true });
    expect(titles(await ann('loanHistory'))).toEqual([]);
    expect(await choose({ autoRenewal: true })).toMatchObject({
      value: { historySince: '2026-03-20', autoRenewal: true },
    });
  });

  test('asked again late under its key undoes no newer choice and takes nothing from the new history', async () => {
    const off = { history: false, autoRenewal: false, requestKey: 'choose-late' };
    const first = await ann('chooseLoans', off);
    expect(first).toMatchObject({ value: { historySince: null, autoRenewal: false } });
    await choose({ history: true, autoRenewal: true });
    await library.addLoans(returned('new', '边城', '2026-03-20T06:00:00Z', { card: 'card-1' }));
    expect(await ann('chooseLoans', off)).toEqual(first);
    expect(await ann('loanChoices')).toMatchObject({
      value: { historySince: '2026-03-20', autoRenewal: true },
    });
    expect(titles(await ann('loanHistory'))).toEqual(['边城']);
    expect(told(await ann('chooseLoans', { ...off, autoRenewal: true }))).toBe('invalid-request');
  });

  test('is sorted, searched and given as a table in which no formula works', async () => {
    await choose({ history: true });
    await library.addLoans(
      returned('n1', '边城', '2026-03-20T06:00:00Z', { borrowedOn: '2026-03-01' }),
      returned('n2', '=1+1,"湘行"', '2026-03-20T07:00:00Z', { borrowedOn: '2026-02-01' }),
    );
    expect(titles(await ann('loanHistory'))).toEqual(['=1+1,"湘行"', '边城']);
    expect(titles(await ann('loanHistory', { order: 'borrowed' }))).toEqual(['边城', '=1+1,"湘行"']);
    expect(titles(await ann('loanHistory', { words: '沈从文 边' }))).toEqual(['边城']);
    const columns = ['书名', '作者', '条码', '借出', '归还', '续借'];
    const { value } = await ann('exportHistory', { columns });
    const { csv, loans } = value as { csv: string; loans: number };
    expect(loans).toBe(2);
    const [head, first, second] = csv.split('\r\n');
    expect(head).toBe('\uFEFF书名,作者,条码,借出,归还,续借');
    expect(first).toContain(`"'=1+1,""湘行"""`);
    expect(second).toMatch(/^边城,沈从文,.*,2026-03-01,2026-03-20,0$/);
  });
});
