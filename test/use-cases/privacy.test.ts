import { addDocuments } from '../../cloudfunctions/kernel/wechat/cloud-additions';
import { privacyActions } from '../../cloudfunctions/membership/contract/privacy';
import { privacyHandlers } from '../../cloudfunctions/membership/function/privacy-handlers';
import {
  afterDays,
  fillDesk,
  filled,
  jpeg,
  keptIn,
  membershipDesk,
  someKey,
  someone,
  start,
  type MembershipDesk,
} from '../support/membership-desk';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { serving, told, type Ask } from '../support/serving';

jest.setTimeout(120_000);

let memory: MemoryDatabase;
let desk: MembershipDesk;
let kept: ReturnType<typeof keptIn>;
let as: (openid: string) => Ask;

beforeAll(async () => {
  memory = await openMemoryDatabase();
  kept = keptIn(memory);
  await fillDesk(memory);
});
afterAll(() => memory.close());
beforeEach(() => {
  desk = membershipDesk(memory);
  const { database } = memory;
  const now = () => desk.now;
  as = serving(privacyActions, privacyHandlers(database, now, desk.files), { database, now }).as;
});

const add = (collection: string, data: object) => memory.database.collection(collection).add({ data });
const bound = async (
  category = 'undergraduate',
): Promise<{ openid: string; card: string; pseudonym: string }> => {
  const openid = someone();
  const [card, pseudonym] = [`C-${openid}`, `p-${openid}`];
  await add('patrons', { _id: card, name: '周敏', category, endsOn: '2027-06-30' });
  await add('card_bindings', { _id: card, openid, pseudonym, version: 1, boundAt: start });
  await add('wechat_accounts', { _id: openid, card, doneRequests: [] });
  await add('pseudonyms', { _id: card, pseudonym });
  return { openid, card, pseudonym };
};
type Holding = {
  readonly collection: string;
  readonly count: number;
  readonly staying: number;
  readonly reason: string | null;
};
const byCollection = (holdings: unknown) =>
  Object.fromEntries((holdings as Holding[]).map(({ collection, ...rest }) => [collection, rest]));

const consent = (openid: string, changes: object = {}) =>
  as(openid)('setConsent', {
    kind: 'recommendations',
    isGiven: true,
    version: 1,
    requestKey: someKey(),
    ...changes,
  });
const shown = async (openid: string) =>
  ((await as(openid)('consents')).value as { consents: { kind: string; isGiven: boolean }[] }).consents;

describe('consents', () => {
  test('stand each on its own: given, taken back, asked for again', async () => {
    const openid = someone();
    expect((await shown(openid)).map(({ isGiven }) => isGiven)).toEqual([false, false]);
    expect(told(await consent(openid))).toBe('ok');
    expect(await shown(openid)).toMatchObject([
      { kind: 'online-membership', isGiven: false, version: null },
      { kind: 'recommendations', isGiven: true, version: 1, at: start.getTime() },
    ]);
    expect(told(await consent(openid, { isGiven: false }))).toBe('ok');
    expect((await shown(openid)).every(({ isGiven }) => !isGiven)).toBe(true);
  });

  test('to other words than those shown now are not taken; taking back is, whatever was shown', async () => {
    const openid = someone();
    expect((await consent(openid, { version: 9 })).reasons).toEqual([{ code: 'words-changed', version: 1 }]);
    expect(told(await consent(openid, { version: 9, isGiven: false }))).toBe('ok');
  });

  test('a key belongs to one request', async () => {
    const openid = someone();
    const requestKey = someKey();
    const first = await consent(openid, { requestKey });
    expect(await consent(openid, { requestKey })).toEqual(first);
    expect(told(await consent(openid, { requestKey, isGiven: false }))).toBe('invalid-request');
  });

  test('what an applicant consented to stands there', async () => {
    const openid = someone();
    await desk.applied(openid);
    expect(await shown(openid)).toMatchObject([
      { kind: 'online-membership', isGiven: true },
      { isGiven: false },
    ]);
  });
});

const takenBack = (openid: string, changes: object = {}) =>
  consent(openid, { kind: 'online-membership', isGiven: false, ...changes });
const looks = async (applicationId: string, proofId: string) => ({
  application: told(await desk.as('o-lib')('reviewApplication', { applicationId })),
  proof: told(await desk.as('o-lib')('reviewProof', { applicationId, proofId })),
});
const uploaded = async (openid: string): Promise<string> => {
  const proofId = someKey();
  await desk.upload(openid, proofId, jpeg(10));
  return proofId;
};

describe('the consent to apply, taken back', () => {
  test('ends an application that waits: nobody decides it or looks at it, and its files go', async () => {
    const openid = someone();
    const proofId = await uploaded(openid);
    const application = await desk.applied(openid, { proofIds: [proofId] });
    const { applicationId } = application;
    expect(await looks(applicationId, proofId)).toEqual({ application: 'ok', proof: 'ok' });
    const requestKey = someKey();
    const first = await takenBack(openid, { requestKey });
    expect(told(first)).toBe('ok');
    expect(await takenBack(openid, { requestKey })).toEqual(first);
    expect(told(await desk.decide(application, 'approve'))).toBe('already-decided');
    const refused = 'consent-taken-back';
    expect(await looks(applicationId, proofId)).toEqual({ application: refused, proof: refused });
    expect(await kept.document('applications', applicationId)).toMatchObject({
      state: 'withdrawn',
      revision: 2,
    });
    await desk.clear();
    expect(await kept.document('applicants', openid)).toMatchObject({ files: [], parts: [] });
    const { pseudonym } = (await kept.document('applicants', openid)) as { pseudonym: string };
    const withdrawals = { patron: pseudonym, action: 'membership.withdrawApplication' };
    expect(await kept.found('audit', withdrawals)).toMatchObject([{ target: applicationId, requestKey }]);
  });

  test('is asked for again with the next application, which staff may look at', async () => {
    const openid = someone();
    await desk.applied(openid);
    await takenBack(openid);
    const again = filled({ consentVersion: null });
    expect(told(await desk.as(openid)('apply', again))).toBe('consent-needed');
    const { applicationId } = await desk.applied(openid);
    expect(told(await desk.as('o-lib')('reviewApplication', { applicationId }))).toBe('ok');
  });

  test('a refused application is corrected no more', async () => {
    const openid = someone();
    const application = await desk.applied(openid);
    await desk.decide(application, 'refuse');
    await takenBack(openid);
    const correction = filled({ applicationId: application.applicationId });
    expect(told(await desk.as(openid)('correctApplication', correction))).toBe('already-decided');
  });

  test('leaves a membership that was given, and its proofs go at once', async () => {
    const openid = someone();
    const proofId = await uploaded(openid);
    const application = await desk.applied(openid, { proofIds: [proofId] });
    await desk.decide(application, 'approve');
    await takenBack(openid);
    expect(await kept.found('card_bindings', { openid })).toHaveLength(1);
    expect(await kept.document('applications', application.applicationId)).toMatchObject({
      state: 'approved',
    });
    expect((await looks(application.applicationId, proofId)).application).toBe('consent-taken-back');
    await desk.clear();
    expect(await kept.document('applicants', openid)).toMatchObject({ files: [] });
  });

  test('another consent ends nothing', async () => {
    const openid = someone();
    const application = await desk.applied(openid);
    await consent(openid, { isGiven: false });
    expect(told(await desk.decide(application, 'approve'))).toBe('ok');
  });

  test('at the same moment as an approval: it ends the application, or comes after it', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const openid = someone();
      const application = await desk.applied(openid);
      const [decided] = await Promise.all([desk.decide(application, 'approve'), takenBack(openid)]);
      const { state } = (await kept.document('applications', application.applicationId)) as { state: string };
      expect([told(decided), state]).toEqual(
        decided.ok ? ['ok', 'approved'] : ['already-decided', 'withdrawn'],
      );
    }
  });
});

test('a consent, taking it back and an export are noted once; a look and a refusal are not', async () => {
  const { openid, pseudonym } = await bound();
  const requestKey = someKey();
  for (let times = 0; times < 2; times += 1) await consent(openid, { requestKey });
  await consent(openid, { version: 9 });
  await consent(openid, { isGiven: false });
  for (const look of ['consents', 'keptData', 'accessLog', 'exportData']) await as(openid)(look);
  const lines = await kept.found('audit', { patron: pseudonym });
  expect(lines.map(({ actor, action, target }) => [actor, action, target])).toEqual([
    [{ kind: 'patron', pseudonym }, 'membership.setConsent', 'recommendations/given'],
    [{ kind: 'patron', pseudonym }, 'membership.setConsent', 'recommendations/taken-back'],
    [{ kind: 'patron', pseudonym }, 'membership.exportData', undefined],
  ]);
});

test('who is nobody to the log yet consents without a line in it', async () => {
  const before = (await kept.found('audit', {})).length;
  expect(told(await consent(someone()))).toBe('ok');
  expect(await kept.found('audit', {})).toHaveLength(before);
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
    for (let calls = 0; calls < 400; calls += 9) {
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
