import { addDocuments } from '../../cloudfunctions/kernel/wechat/cloud-additions';
import { afterDays, start } from '../support/membership-desk';
import { somePersons } from '../support/some-persons';

jest.setTimeout(120_000);
const persons = somePersons();
const { add, bound } = persons;
let { memory, as } = persons;
beforeEach(() => {
  ({ memory, as } = persons);
});

test('the access log tells who looked, staff by role and reason, not by their WeChat', async () => {
  const { openid, card, pseudonym } = await bound();
  const line = { patron: pseudonym, maskedCard: '••••', result: 'done' };
  await add('audit', {
    ...line,
    actor: { kind: 'patron', pseudonym },
    action: 'circulation.renew',
    at: start,
  });
  const staff = { kind: 'staff', openid: 'o-lib', role: 'librarian' };
  await add('audit', {
    ...line,
    actor: staff,
    action: 'circulation.patron',
    reason: '补办',
    at: afterDays(1),
  });
  const family = { kind: 'patron', pseudonym: 'p-other' };
  await add('audit', { ...line, actor: family, action: 'circulation.loans', at: afterDays(2) });
  await add('audit', { ...line, patron: 'p-other', actor: family, action: 'other', at: afterDays(3) });
  const { value } = await as(openid)('accessLog');
  expect(value).toMatchObject({
    lines: [
      { who: 'family', action: 'circulation.loans' },
      { who: 'staff', role: 'librarian', reason: '补办' },
      { who: 'self', role: null, reason: null },
    ],
    next: null,
  });
  expect(JSON.stringify(value)).not.toMatch(new RegExp(`o-lib|p-other|${card}`));
});

const exportOf = async (openid: string) =>
  (await as(openid)('exportData')).value as {
    data: Record<string, { _id: string }[] | undefined>;
    isShortened: boolean;
  };
const addMessages = (card: string, count: number, details: object) =>
  addDocuments(
    memory.database,
    'messages',
    Array.from({ length: count }, (_, at) => ({
      _id: `message-${card}-${at}`,
      card,
      openid: null,
      details,
    })),
  );

describe('an export', () => {
  test.each([[1000], [1001], [2100]])('has all of %s messages', async (count) => {
    const { openid, card } = await bound();
    await addMessages(card, count, {});
    const { data, isShortened } = await exportOf(openid);
    expect(new Set(data['messages']?.map(({ _id }) => _id)).size).toBe(count);
    expect(isShortened).toBe(false);
  });

  test('of more than an answer holds has as much as fits, and says that it is not all', async () => {
    const { openid, card } = await bound();
    await addMessages(card, 30, { text: '书'.repeat(100_000) });
    const { data, isShortened } = await exportOf(openid);
    expect([data['messages']?.length, isShortened]).toEqual([17, true]);
    expect([data['patrons']?.length, data['card_bindings']?.length]).toEqual([1, 1]);
  });
});
