import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { membership } from '../../cloudfunctions/membership/contract';
import { membershipHandlers } from '../../cloudfunctions/membership/function/handlers';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { serving, told, type Ask, type SomeReply } from '../support/serving';

jest.setTimeout(600_000);
let memory: MemoryDatabase;
let as: (openid: string) => Ask;
let clock = Date.parse('2026-11-22T04:00:00Z');
const now = () => new Date(clock);
const minute = 60_000;

type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;
const put = async (collection: string, { _id, ...data }: Document): Promise<void> => {
  await memory.database.collection(collection).doc(_id).set({ data });
};
const all = async (collection: string) =>
  ((await memory.database.collection(collection).limit(1000).get()) as { data: Document[] }).data;
const valueOf = (reply: SomeReply): Record<string, unknown> => {
  if (!reply.ok) throw new Error(`refused: ${told(reply)}`);
  return reply.value as Record<string, unknown>;
};
let key = 0;
const requestKey = () => `request-${(key += 1)}`;
const patron = async (card: string, openid?: string): Promise<void> => {
  await put('patrons', { _id: card, name: '林知夏', category: 'undergraduate' });
  if (openid === undefined) return;
  await put('card_bindings', { _id: card, openid, pseudonym: `p-${card}`, version: 1, boundAt: now() });
  await put('wechat_accounts', { _id: openid, card, doneRequests: [] });
};

beforeAll(async () => {
  memory = await openMemoryDatabase(undefined, now);
  const { database } = memory;
  const handlers = membershipHandlers(database, now, scryptPins(2));
  ({ as } = serving(membership, handlers, { database, now }));
  await put('staff', { _id: 'o-lib', role: 'librarian', name: '周' });
});
afterAll(() => memory.close());

const issue = async (card: string) =>
  valueOf(await as('o-lib')('issueDeskCode', { card, reason: '忘了密码', requestKey: requestKey() })) as {
    code: string;
    until: number;
  };
const bind = (openid: string, code: string, its = requestKey()) =>
  as(openid)('bindByDeskCode', { code, requestKey: its });

const become = (openid: string, code: string, its = requestKey()) =>
  as(openid)('becomeStaff', { code, name: '周馆员', requestKey: its });

/** What was told since it was asked last, and to which card. */
const newMessages = async () => {
  const messages = await all('messages');
  for (const { _id } of messages) await memory.database.collection('messages').doc(_id).remove();
  return messages.map(({ kind, card, details }) => [kind, card, details]);
};

describe('a desk code', () => {
  test('binds the card once, though the card waits for guesses, and says who gave it', async () => {
    await patron('2021000001');
    await put('guess_counters', {
      _id: 'card:2021000001',
      tries: 9,
      lastAt: clock,
      forgetAt: clock + minute,
    });
    const { code, until } = await issue('2021000001');
    expect(until - clock).toBeLessThan(5 * minute);
    const its = requestKey();
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    expect(await bind('o-1', typed, its)).toMatchObject({
      ok: true,
      value: { card: { maskedCard: '••••001' } },
    });
    expect(told(await bind('o-1', typed, its))).toBe('ok');
    expect(told(await bind('o-1', code))).toBe('ok');
    expect(told(await bind('o-2', code))).toBe('wrong-code');
    const lines = (await all('audit')).map(({ action, actor, reason }) => [action, actor, reason]);
    expect(lines[0]).toEqual([
      'membership.issueDeskCode',
      { kind: 'staff', openid: 'o-lib', role: 'librarian' },
      '忘了密码',
    ]);
    expect(lines[1]?.[0]).toBe('membership.bindByDeskCode');
    expect(JSON.stringify(lines)).not.toContain('2021000001');
  });

  test('the same request gets the same code, another card or reason under its key none', async () => {
    await patron('2021000002');
    const asked = { card: '2021000002', reason: '忘了', requestKey: requestKey() };
    const [one, other] = [
      await as('o-lib')('issueDeskCode', asked),
      await as('o-lib')('issueDeskCode', asked),
    ];
    expect(one).toEqual(other);
    await patron('2021000003');
    for (const change of [{ card: '2021000003' }, { reason: '丢了' }])
      expect(told(await as('o-lib')('issueDeskCode', { ...asked, ...change }))).toBe('invalid-request');
    expect(told(await as('o-lib')('issueDeskCode', { ...asked, card: '2099' }))).toBe('no-such-card');
  });

  test.each([
    ['over', (code: string) => code, 290_000],
    ['with another seal', (code: string) => `${code.slice(0, 8)}22222222`, 0],
    ['of another id', (code: string) => `22222222${code.slice(8)}`, 0],
    ['none at all', () => 'abc', 0],
  ])('%s binds nothing', async (what, change, wait) => {
    await patron('2021000004');
    const { code } = await issue('2021000004');
    clock += wait;
    expect(told(await bind(`o-${what}`, change(code)))).toBe('wrong-code');
  });

  test('a key that bound a card binds and answers nothing else', async () => {
    await patron('2021000006');
    const [first, second] = [await issue('2021000006'), await issue('2021000006')];
    const its = requestKey();
    expect(told(await bind('o-key', first.code, its))).toBe('ok');
    expect(told(await bind('o-key', second.code, its))).toBe('invalid-request');
    const details = { cardNumber: '2021000006', name: '林知夏', pin: '1', requestKey: its };
    expect(told(await as('o-key')('bindCard', details))).toBe('invalid-request');
    expect(told(await bind('o-key', first.code, its))).toBe('ok');
    expect(told(await bind('o-key-2', second.code))).toBe('ok');
  });

  test('twenty WeChats with one code at once: one of them has the card', async () => {
    await patron('2021000005');
    const { code } = await issue('2021000005');
    const tries = Array.from({ length: 20 }, (_, at) => bind(`o-crowd${at}`, code));
    const codes = (await Promise.all(tries)).map(told);
    expect(codes.filter((one) => one === 'ok')).toHaveLength(1);
  });

  test('five wrong codes make a WeChat wait', async () => {
    for (let times = 0; times < 5; times += 1) expect(told(await bind('o-typist', 'abc'))).toBe('wrong-code');
    expect(await bind('o-typist', 'abc')).toMatchObject({
      reasons: [{ code: 'too-many-tries', until: clock + minute }],
    });
  });
});

describe('staff', () => {
  test('the first admin comes by a code in the console, once; a short one or one without a role does nothing', async () => {
    await put('staff_codes', { _id: 'first-Admin-2026', role: 'admin' });
    await put('staff_codes', { _id: 'short', role: 'admin' });
    await put('staff_codes', { _id: 'without-any-role', role: 'king' });
    expect(told(await become('o-x', 'short'))).toBe('wrong-code');
    expect(told(await become('o-x', 'without-any-role'))).toBe('wrong-code');
    const its = requestKey();
    expect(await become('o-admin', 'first-Admin-2026', its)).toMatchObject({ value: { role: 'admin' } });
    expect(told(await become('o-admin', 'first-Admin-2026', its))).toBe('ok');
    expect(told(await become('o-admin', 'second-Admin-2026', its))).toBe('invalid-request');
    expect(told(await become('o-x', 'first-Admin-2026'))).toBe('wrong-code');
    expect(await as('o-admin')('session')).toMatchObject({ value: { role: 'admin' } });
  });

  test('an admin makes a librarian, who can do no admin’s work, and takes the role away at once', async () => {
    const invited = { role: 'librarian', requestKey: requestKey() };
    const { code } = valueOf(await as('o-admin')('inviteStaff', invited));
    expect(await become('o-new', String(code))).toMatchObject({ value: { role: 'librarian' } });
    expect(told(await become('o-y', String(code)))).toBe('wrong-code');
    expect(told(await as('o-admin')('inviteStaff', invited))).toBe('ok');
    expect(told(await become('o-y', String(code)))).toBe('wrong-code');
    expect(told(await as('o-new')('staffMembers'))).toBe('forbidden');
    const { members } = valueOf(await as('o-admin')('staffMembers')) as {
      members: { staffId: string; role: string; isSelf: boolean; name: string }[];
    };
    expect(members.map(({ role, isSelf }) => [role, isSelf])).toEqual([
      ['admin', true],
      ['librarian', false],
      ['librarian', false],
    ]);
    expect(JSON.stringify(members)).not.toContain('o-');
    const remove = (staffId = '') =>
      as('o-admin')('removeStaff', { staffId, reason: '离职', requestKey: requestKey() });
    expect(told(await remove(members[0]?.staffId))).toBe('last-admin');
    expect(told(await remove('nobody'))).toBe('no-such-member');
    for (const { staffId, role } of members.filter((one) => one.role === 'librarian'))
      expect([role, told(await remove(staffId))]).toEqual(['librarian', 'ok']);
    expect(told(await as('o-new')('applications'))).toBe('forbidden');
  });
});

describe('a family link', () => {
  const terms = { whose: 'mine', right: 'renew', endsOn: '2027-06-30' };
  const invite = (openid: string, change: object = {}) =>
    as(openid)('inviteFamily', { ...terms, requestKey: requestKey(), ...change });

  test('holds once the other side has consented, and either side ends it, of which the other is told', async () => {
    await patron('2022000001', 'o-child');
    await patron('2022000002', 'o-parent');
    for (const ending of ['o-child', 'o-parent']) {
      const { code } = valueOf(await invite('o-child'));
      expect(valueOf(await as('o-parent')('familyInvitation', { code }))).toEqual({
        ...terms,
        whose: 'theirs',
        maskedName: '**夏',
        maskedCard: '••••001',
      });
      const asked = { code, requestKey: requestKey() };
      const { linkId } = valueOf(await as('o-parent')('acceptFamily', asked));
      expect(valueOf(await as('o-parent')('acceptFamily', asked))).toEqual({ linkId });
      const toChild = { linkId, whose: 'mine', maskedName: '**夏', maskedCard: '••••002' };
      const toParent = { linkId, whose: 'theirs', maskedName: '**夏', maskedCard: '••••001' };
      expect(await newMessages()).toEqual([
        ['family-linked', '2022000001', { ...toChild, right: 'renew', endsOn: terms.endsOn }],
      ]);
      expect(await all('family_links')).toMatchObject([
        { card: '2022000001', by: '2022000002', pseudonym: 'p-2022000001', right: 'renew', state: 'active' },
      ]);
      expect(valueOf(await as('o-child')('familyLinks'))).toMatchObject({
        links: [{ linkId, whose: 'mine', maskedCard: '••••002', hasEnded: false }],
      });
      const end = { linkId, requestKey: requestKey() };
      for (let times = 0; times < 2; times += 1) expect(told(await as(ending)('endFamily', end))).toBe('ok');
      expect(await all('family_links')).toEqual([]);
      const [receiver, details] = ending === 'o-child' ? ['2022000002', toParent] : ['2022000001', toChild];
      expect(await newMessages()).toEqual([['family-ended', receiver, details]]);
      clock += minute;
    }
  });

  test('is not for who holds no code, nor for the one who made it, nor for others to end', async () => {
    await patron('2022000003', 'o-one');
    await patron('2022000004', 'o-two');
    await patron('2022000005', 'o-three');
    const { code } = valueOf(await invite('o-one', { whose: 'theirs', right: 'see' }));
    const accept = (openid: string, its: unknown) =>
      as(openid)('acceptFamily', { code: its, requestKey: requestKey() });
    expect(told(await accept('o-one', code))).toBe('own-code');
    expect(told(await accept('o-two', '22222222-22222222'))).toBe('wrong-code');
    const { linkId } = valueOf(await accept('o-two', code));
    expect(told(await accept('o-three', code))).toBe('wrong-code');
    expect(await all('family_links')).toMatchObject([{ card: '2022000004', by: '2022000003', right: 'see' }]);
    expect(told(await as('o-three')('endFamily', { linkId, requestKey: requestKey() }))).toBe('no-such-link');
  });

  test('and the offers of one count together: fifty at once never pass the limit', async () => {
    await patron('2023000000', 'o-many');
    const others = Array.from({ length: 15 }, (_, at) => `${2_023_000_001 + at}`);
    const codes: unknown[] = [];
    for (const card of others) {
      await patron(card, `o-${card}`);
      codes.push(valueOf(await invite(`o-${card}`))['code']);
    }
    const asks = [
      ...codes.map((code) => as('o-many')('acceptFamily', { code, requestKey: requestKey() })),
      ...Array.from({ length: 35 }, () => invite('o-many')),
    ];
    const replies = (await Promise.all(asks)).map(told);
    const links = (await all('family_links')).filter(({ by }) => by === '2023000000');
    const offers = (await all('family_invitations')).filter(({ card }) => card === '2023000000');
    const granted = replies.filter((reply) => reply === 'ok').length;
    expect([links.length + offers.length, granted]).toEqual([20, 20]);
    expect(replies.filter((reply) => !['ok', 'link-limit', 'unavailable'].includes(reply))).toEqual([]);
  });

  test('offered again under one key is one offer, with other terms none', async () => {
    await patron('2024000000', 'o-again');
    const its = requestKey();
    const first = await invite('o-again', { requestKey: its });
    expect(await invite('o-again', { requestKey: its })).toEqual(first);
    expect(told(await invite('o-again', { requestKey: its, right: 'see' }))).toBe('invalid-request');
  });

  test('that was over by its day is taken off without telling anybody', async () => {
    await patron('2022000007', 'o-old');
    await put('family_links', {
      _id: 'link-over',
      card: '2022000007',
      by: '2022000001',
      pseudonym: 'p-2022000007',
      right: 'see',
      state: 'active',
      endsOn: '2026-11-21',
      since: now(),
    });
    const end = { linkId: 'link-over', requestKey: requestKey() };
    await newMessages();
    expect(told(await as('o-old')('endFamily', end))).toBe('ok');
    expect(await newMessages()).toEqual([]);
  });

  test('an offer ends after a day, and its link within a year', async () => {
    await patron('2022000006', 'o-late');
    const { code } = valueOf(await invite('o-one'));
    clock += 86_400_000;
    expect(told(await as('o-late')('acceptFamily', { code, requestKey: requestKey() }))).toBe('wrong-code');
    for (const endsOn of ['2026-11-22', '2028-01-01'])
      expect(told(await invite('o-one', { endsOn }))).toBe('bad-end');
  });
});

test('with a key that was spoilt by hand no code is made out, alike wherever one is asked for', async () => {
  await patron('2025000000', 'o-keyless');
  await put('staff', { _id: 'o-chief', role: 'admin', name: '周' });
  await put('secrets', { _id: 'signing', keys: [{ key: 'spoilt' }] });
  clock += 2 * minute;
  const asks = [
    as('o-chief')('issueDeskCode', { card: '2025000000', reason: '忘了', requestKey: requestKey() }),
    as('o-chief')('inviteStaff', { role: 'librarian', requestKey: requestKey() }),
    as('o-keyless')('inviteFamily', {
      whose: 'mine',
      right: 'see',
      endsOn: '2027-06-30',
      requestKey: requestKey(),
    }),
  ];
  expect((await Promise.all(asks)).map(told)).toEqual(['no-key', 'no-key', 'no-key']);
});
