import { jpeg, someKey, someone, start } from '../support/membership-desk';
import { told } from '../support/serving';
import { somePersons } from '../support/some-persons';

jest.setTimeout(600_000);
const persons = somePersons();
const { add, bound } = persons;
let { memory, kept, desk, as } = persons;
beforeEach(() => {
  ({ memory, kept, desk, as } = persons);
});

type Holding = {
  readonly collection: string;
  readonly count: number;
  readonly staying: number;
  readonly reason: string | null;
};
const byCollection = (holdings: unknown) =>
  Object.fromEntries((holdings as Holding[]).map(({ collection, ...rest }) => [collection, rest]));

describe('an applicant without a card', () => {
  test('exports and deletes it all, files too; the audit log leads nowhere', async () => {
    const openid = someone();
    await desk.upload(openid, 'proof-mine', jpeg(10));
    await desk.applied(openid, { category: 'outside', proofIds: ['proof-mine'] });
    const { data } = (await as(openid)('exportData')).value as { data: Record<string, unknown[]> };
    expect(Object.keys(data).toSorted()).toEqual(['applicants', 'applications', 'audit', 'consents']);
    expect(JSON.stringify(data)).not.toContain('proofs/');
    const requestKey = someKey();
    const reply = await as(openid)('deleteData', { requestKey });
    expect(byCollection((reply.value as { deleted: unknown }).deleted)).toEqual({
      applications: { count: 1 },
      applicants: { count: 1 },
      consents: { count: 1 },
    });
    expect(await as(openid)('deleteData', { requestKey })).toEqual(reply);
    expect(desk.files.paths.size).toBe(0);
    for (const collection of ['applications', 'applicants', 'consents', 'messages'])
      expect(JSON.stringify(await kept.found(collection, {}))).not.toContain(`"${openid}"`);
    expect((await as(openid)('accessLog')).value).toEqual({ lines: [], next: null });
  });
});

const loan = (card: string, id: string, returnedOn: string | null) => ({
  _id: `${card}-${id}`,
  card,
  title: '乡土中国',
  returnedOn,
});

describe('a patron of the campus', () => {
  test('sees what would stay and why; open loans and unpaid fines stay, the rest goes', async () => {
    const { openid, card, pseudonym } = await bound();
    await add('loans', loan(card, 'open', null));
    await add('loans', loan(card, 'closed', '2026-10-01'));
    await add('fines', { _id: `${card}-owed`, card, state: 'owed', amount: 100 });
    await add('fines', { _id: `${card}-paid`, card, state: 'paid', amount: 50 });
    await add('messages', { _id: `${card}-m`, card, openid: null, kind: 'recalled', details: {}, at: start });
    const open = { loanId: `${card}-open`, bookId: 'b1', dueOn: '2026-12-01' };
    const account = { sequence: 3, openLoans: [open], holds: [], finesOwed: 100 };
    const lately = {
      watches: [{ bookId: `b-${card}`, title: '乡土中国', since: '2026-10-01' }],
      doneRequests: [{ key: 'k' }],
      borrowingSuspendedUntil: null,
    };
    await add('patron_circulation', { _id: card, ...account, ...lately });
    await add('title_circulation', { _id: `b-${card}`, sequence: 1, holds: [], watchers: ['other', card] });
    const { value: before } = await as(openid)('keptData');
    expect(byCollection((before as { kept: unknown }).kept)).toMatchObject({
      loans: { count: 2, staying: 1, reason: 'open-loans' },
      fines: { count: 2, staying: 1, reason: 'unpaid-fines' },
      messages: { count: 1, staying: 0, reason: null },
      patrons: { count: 1, staying: 1, reason: 'library-record' },
    });
    const link = { card, pseudonym, right: 'see', state: 'active', endsOn: '2027-06-30', since: start };
    await add('family_links', { _id: `link-${card}`, ...link, by: `other-${card}` });
    const { value } = await as(openid)('deleteData', { requestKey: someKey() });
    const { deleted, kept: left } = value as { deleted: unknown; kept: unknown };
    expect(byCollection(deleted)).toMatchObject({
      loans: { count: 1 },
      fines: { count: 1 },
      messages: { count: 1 },
      family_links: { count: 1 },
    });
    expect(await kept.found('messages', { card: `other-${card}` })).toMatchObject([
      { kind: 'family-ended', details: { whose: 'theirs', maskedName: '*敏' } },
    ]);
    expect(byCollection(left)).toMatchObject({
      loans: { count: 1, reason: 'open-loans' },
      fines: { count: 1, reason: 'unpaid-fines' },
      patrons: { reason: 'library-record' },
    });
    expect(await kept.found('loans', { card })).toMatchObject([{ returnedOn: null }]);
    expect(await kept.document('card_bindings', card)).toBeNull();
    expect(await kept.document('pseudonyms', card)).toBeNull();
    expect(await kept.document('patron_circulation', card)).toMatchObject({ watches: [], doneRequests: [] });
    expect(await kept.document('title_circulation', `b-${card}`)).toMatchObject({
      sequence: 2,
      watchers: ['other'],
    });
    expect(await kept.found('audit', { patron: pseudonym, action: 'membership.deleteData' })).toHaveLength(1);
  });
});

describe('what decisions need of a patron', () => {
  const open = { openLoans: [], holds: [], finesOwed: 0, borrowingSuspendedUntil: null };
  test.each<readonly [string, object, object]>([
    ['goes where nothing is open', {}, { staying: 0, reason: null }],
    [
      'stays for a hold',
      { holds: [{ holdId: 'h', bookId: 'b1' }] },
      { count: 1, staying: 1, reason: 'open-holds' },
    ],
    ['stays for a fine', { finesOwed: 100 }, { count: 1, staying: 1, reason: 'unpaid-fines' }],
  ])('%s', async (_, change, holding) => {
    const { openid, card } = await bound('neighbour');
    const account = { sequence: 1, watches: [], doneRequests: [], openPayments: [], ...open, ...change };
    await add('patron_circulation', { _id: card, ...account });
    const { value } = await as(openid)('keptData');
    expect(byCollection((value as { kept: unknown }).kept)).toMatchObject({ patron_circulation: holding });
    await as(openid)('deleteData', { requestKey: someKey() });
    const stays = 'count' in holding;
    expect((await kept.document('patron_circulation', card)) !== null).toBe(stays);
    expect((await kept.document('patrons', card)) !== null).toBe(stays);
  });
});

describe('an online member', () => {
  test('who owes nothing is a member no longer; who owes stays one', async () => {
    const settled = await bound('neighbour');
    const { value } = await as(settled.openid)('deleteData', { requestKey: someKey() });
    expect(byCollection((value as { deleted: unknown }).deleted)).toMatchObject({ patrons: { count: 1 } });
    expect(await kept.document('patrons', settled.card)).toBeNull();
    const owing = await bound('neighbour');
    await add('loans', loan(owing.card, 'open', null));
    await as(owing.openid)('deleteData', { requestKey: someKey() });
    expect(await kept.document('patrons', owing.card)).not.toBeNull();
  });

  test('whom staff have suspended stays on the list: deleting does not lift that', async () => {
    const { openid, card } = await bound('neighbour');
    await memory.database
      .collection('patrons')
      .doc(card)
      .update({ data: { status: 'suspended' } });
    await as(openid)('deleteData', { requestKey: someKey() });
    expect(await kept.document('patrons', card)).toMatchObject({ status: 'suspended' });
  });

  test('whose deletion was cut off anywhere asks again and is rid of it all', async () => {
    for (let calls = 0; calls < 400; calls += 1) {
      const { openid, card } = await bound('neighbour');
      await add('loans', loan(card, 'closed', '2026-10-01'));
      await add('consents', { _id: openid, given: {}, doneRequests: [] });
      const ask = () => as(openid)('deleteData', { requestKey: `request-cut-${calls}` });
      memory.cutOffAfter(calls);
      const first = await ask();
      memory.cutOffAfter(null);
      expect(['ok', 'unexpected']).toContain(told(first));
      expect(told(await ask())).toBe('ok');
      for (const collection of ['loans', 'consents', 'card_bindings', 'pseudonyms', 'patrons'])
        expect(JSON.stringify(await kept.found(collection, {}))).not.toContain(`"${card}"`);
      if (first.ok) return;
    }
    throw new Error('it never came to its end');
  });
});
