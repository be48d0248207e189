import {
  afterDays,
  filled,
  fillDesk,
  jpeg,
  keptIn,
  membershipDesk,
  someKey,
  someone,
  start,
  type MembershipDesk,
  type Shown,
} from '../support/membership-desk';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { told } from '../support/serving';

let memory: MemoryDatabase;
let desk: MembershipDesk;
let kept: ReturnType<typeof keptIn>;

beforeAll(async () => {
  memory = await openMemoryDatabase();
  kept = keptIn(memory);
  await fillDesk(memory);
});
afterAll(() => memory.close());
beforeEach(() => {
  desk = membershipDesk(memory);
});

describe('applying', () => {
  test('shows what can be applied for, not what belongs to the campus', async () => {
    const { value } = await desk.as(someone())('onlineCategories');
    expect(value).toMatchObject({ consentVersion: 1 });
    const { categories } = value as { categories: { category: string }[] };
    expect(categories.map(({ category }) => category)).toEqual(['neighbour', 'outside']);
  });

  test('is shown again with its state, and only to its own WeChat', async () => {
    const openid = someone();
    const application = await desk.applied(openid);
    expect(application).toMatchObject({
      state: 'submitted',
      revision: 1,
      categoryName: '社区会员',
      isRenewal: false,
    });
    expect((await desk.as(openid)('application')).value).toEqual({ application, card: null });
    expect((await desk.as(someone())('application')).value).toEqual({ application: null, card: null });
  });

  test.each([
    ['no consent', { consentVersion: null }, ['consent-needed']],
    ['consent to other words', { consentVersion: 7 }, ['consent-needed']],
    ['a child without a guardian', { birthYear: 2015 }, ['guardian-needed']],
    ['who may still be 13', { birthYear: 2012 }, ['guardian-needed']],
    ['a category of the campus', { category: 'undergraduate' }, ['no-such-category']],
    ['a category that there is not', { category: 'royal' }, ['no-such-category']],
    ['no proof', { category: 'outside' }, ['proof-needed']],
    ['a proof of nobody', { category: 'outside', proofIds: ['proof-none'] }, ['no-such-proof']],
    [
      'several at once',
      { category: 'outside', birthYear: 2020, consentVersion: null },
      ['guardian-needed', 'proof-needed', 'consent-needed'],
    ],
  ])('is refused with %s, and nothing is written', async (_, changes, codes) => {
    const openid = someone();
    const { ok, reasons } = await desk.as(openid)('apply', filled(changes));
    expect(ok).toBe(false);
    expect(reasons?.map(({ code }) => code)).toEqual(codes);
    expect(await kept.document('applicants', openid)).toBeNull();
    expect(await kept.found('applications', { openid })).toEqual([]);
  });

  test('a child with a guardian, and who is surely 14', async () => {
    const guardian = { name: '周建国', phone: '13900000000' };
    await expect(desk.applied(someone(), { birthYear: 2015, guardian })).resolves.toMatchObject({ guardian });
    await desk.applied(someone(), { birthYear: 2011 });
  });

  test("takes the number of WeChat's button, and asks to type it where there is none", async () => {
    desk.phoneNumber = '13711112222';
    expect(await desk.applied(someone(), { phone: { code: 'c-1' } })).toMatchObject({ phone: '13711112222' });
    desk.phoneNumber = null;
    const reply = await desk.as(someone())('apply', filled({ phone: { code: 'c-2' } }));
    expect(told(reply)).toBe('phone-not-given');
  });

  test('the same request again is answered as before and costs no second question', async () => {
    const openid = someone();
    desk.phoneNumber = '13711112222';
    const wish = filled({ phone: { code: 'c-3' } });
    const first = await desk.as(openid)('apply', wish);
    expect(await desk.as(openid)('apply', wish)).toEqual(first);
    expect(desk.phoneCodes).toEqual(['c-3']);
    expect(await kept.found('applications', { openid })).toHaveLength(1);
  });

  test.each(['apply', 'correctApplication'])(
    '%s of other content under the same key is not understood, and changes nothing',
    async (action) => {
      const openid = someone();
      const { applicationId } = action === 'apply' ? { applicationId: '' } : await desk.applied(openid);
      const wish = { ...filled(), ...(action !== 'apply' && { applicationId }) };
      expect(told(await desk.as(openid)(action, wish))).toBe('ok');
      const [before] = await kept.found('applications', { openid });
      expect(told(await desk.as(openid)(action, { ...wish, name: '周小敏' }))).toBe('invalid-request');
      expect(told(await desk.as(openid)(action, wish))).toBe('ok');
      expect(await kept.found('applications', { openid })).toEqual([before]);
    },
  );

  test('twenty at once are one application', async () => {
    const openid = someone();
    const replies = await Promise.all(Array.from({ length: 20 }, () => desk.as(openid)('apply', filled())));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(replies.map(told))).toEqual(new Set(['ok', 'open-application']));
    expect(await kept.found('applications', { openid })).toHaveLength(1);
  });

  test('whose card is good has no need of another; whose card is over may apply', async () => {
    const openid = someone();
    const card = `C${openid.slice(2)}-1`;
    const patron = { name: '周敏', category: 'undergraduate', status: 'active' };
    await memory.database.collection('patrons').add({ data: { _id: card, ...patron, endsOn: '2026-11-21' } });
    await memory.database.collection('wechat_accounts').add({ data: { _id: openid, card } });
    const binding = { _id: card, openid, pseudonym: 'p-x', version: 1, boundAt: start };
    await memory.database.collection('card_bindings').add({ data: binding });
    expect(told(await desk.as(openid)('apply', filled()))).toBe('has-card');
    desk.now = afterDays(1);
    const application = await desk.applied(openid);
    expect(told(await desk.decide(application, 'approve'))).toBe('ok');
    expect(await kept.document('wechat_accounts', openid)).toMatchObject({ card });
  });
});

describe('deciding', () => {
  test('approving issues a card, binds it, tells the applicant and notes it', async () => {
    const openid = someone();
    const application = await desk.applied(openid);
    const { value } = await desk.decide(application, 'approve');
    const { card } = value as { card: string };
    expect(value).toEqual({ state: 'approved', card, endsOn: '2027-11-21' });
    expect(card).toMatch(/^NB26\d{5}$/);
    expect(await kept.document('patrons', card)).toMatchObject({
      name: '周敏',
      category: 'neighbour',
      status: 'active',
      endsOn: '2027-11-21',
      phone: '13800000000',
    });
    const { pseudonym } = (await kept.document('applicants', openid)) as { pseudonym: string };
    expect(await kept.document('card_bindings', card)).toMatchObject({ openid, pseudonym, version: 1 });
    expect(await kept.document('wechat_accounts', openid)).toMatchObject({ card });
    expect(await kept.document('pseudonyms', card)).toMatchObject({ pseudonym });
    expect(await kept.found('messages', { openid })).toMatchObject([
      { kind: 'application-approved', details: { endsOn: '2027-11-21' }, readAt: null },
    ]);
    expect(await kept.found('audit', { patron: pseudonym })).toMatchObject([
      { action: 'membership.apply', result: 'done' },
      {
        action: 'membership.bindByApproval',
        target: application.applicationId,
        actor: { kind: 'staff', openid: 'o-lib' },
      },
      {
        action: 'membership.decideApplication',
        result: 'approved',
        actor: { kind: 'staff', openid: 'o-lib' },
      },
    ]);
    expect((await desk.as(openid)('application')).value).toMatchObject({
      application: {
        state: 'approved',
        maskedCard: expect.stringContaining('••••') as string,
        endsOn: '2027-11-21',
      },
      card,
    });
    const { value: reviewed } = await desk.as('o-lib')('reviewApplication', {
      applicationId: application.applicationId,
    });
    expect(JSON.stringify(reviewed)).not.toContain(card);
  });

  test('refused with a reason, corrected, approved', async () => {
    const openid = someone();
    const application = await desk.applied(openid);
    expect(told(await desk.decide(application, 'refuse', { reason: ' ' }))).toBe('reason-needed');
    expect(told(await desk.decide(application, 'refuse'))).toBe('ok');
    const wish = { ...filled({ name: '周小敏' }), applicationId: application.applicationId };
    const corrected = await desk.as(openid)('correctApplication', wish);
    expect(await desk.as(openid)('correctApplication', wish)).toEqual(corrected);
    const { application: again } = corrected.value as { application: Shown };
    expect(again).toMatchObject({ state: 'submitted', name: '周小敏', revision: 3 });
    expect(
      (again['steps'] as { state: string; reason: string }[]).map(({ state, reason }) => [state, reason]),
    ).toEqual([
      ['submitted', null],
      ['refused', '看不清证件'],
      ['submitted', null],
    ]);
    expect(told(await desk.decide(application, 'approve'))).toBe('changed-since');
    expect(told(await desk.decide(again, 'approve'))).toBe('ok');
    expect(told(await desk.decide(again, 'approve'))).toBe('already-decided');
    expect(told(await desk.as(openid)('correctApplication', { ...wish, requestKey: someKey() }))).toBe(
      'already-decided',
    );
  });

  test('withdrawn is not decided, and another application may follow', async () => {
    const openid = someone();
    const application = await desk.applied(openid);
    const wish = { applicationId: application.applicationId, requestKey: someKey() };
    expect(told(await desk.as(someone())('withdrawApplication', wish))).toBe('no-such-application');
    expect(told(await desk.as(openid)('withdrawApplication', wish))).toBe('ok');
    expect(told(await desk.as(openid)('withdrawApplication', wish))).toBe('ok');
    expect(told(await desk.decide(application, 'approve'))).toBe('already-decided');
    await desk.applied(openid);
  });

  test.each(Array.from({ length: 50 }, (_, at) => at))(
    'two who approve at once issue one card, and one who refuses meanwhile comes first or not at all (%s)',
    async () => {
      const openid = someone();
      const application = await desk.applied(openid);
      const replies = await Promise.all([
        desk.decide(application, 'approve'),
        desk.decide(application, 'approve'),
        desk.decide(application, 'refuse'),
      ]);
      expect(replies.map(told).toSorted()).toEqual(['already-decided', 'already-decided', 'ok']);
      const winner = replies.find(({ ok }) => ok)?.value as { card: string | null };
      const bindings = await kept.found('card_bindings', { openid });
      expect(bindings.map(({ _id }) => _id)).toEqual(winner.card === null ? [] : [winner.card]);
      expect(await kept.found('messages', { openid })).toHaveLength(1);
    },
  );

  test('a number that came from elsewhere is passed over; twelve at once get twelve numbers', async () => {
    const { last } = ((await kept.document('card_numbers', 'NB2026')) ?? { last: 0 }) as { last: number };
    const taken = `NB26${String(last + 1).padStart(5, '0')}`;
    await memory.database
      .collection('patrons')
      .add({ data: { _id: taken, name: '别人', category: 'outside' } });
    const applications = await Promise.all(Array.from({ length: 12 }, () => desk.applied(someone())));
    const replies = await Promise.all(applications.map((application) => desk.decide(application, 'approve')));
    const cards = replies.map(({ value }) => (value as { card: string }).card);
    expect(new Set(cards).size).toBe(12);
    expect(cards).not.toContain(taken);
    expect(await kept.document('patrons', taken)).toMatchObject({ name: '别人' });
  });

  test('an outside member applies for the next term, and keeps the card', async () => {
    const openid = someone();
    await desk.upload(openid, 'proof-id-1', jpeg(10));
    const application = await desk.applied(openid, { category: 'outside', proofIds: ['proof-id-1'] });
    const { card } = (await desk.decide(application, 'approve')).value as { card: string };
    const wish = { category: 'outside', proofIds: ['proof-id-2'] };
    expect(await desk.as(openid)('apply', filled(wish))).toMatchObject({
      reasons: [{ code: 'term-too-early', opensOn: '2027-10-22' }],
    });
    desk.now = new Date('2027-11-01T04:00:00Z');
    await desk.upload(openid, 'proof-id-2', jpeg(10));
    const next = await desk.applied(openid, wish);
    expect(next).toMatchObject({ isRenewal: true });
    expect((await desk.decide(next, 'approve')).value).toEqual({
      state: 'approved',
      card,
      endsOn: '2028-11-20',
    });
    expect(await kept.found('card_bindings', { openid })).toHaveLength(1);
  });

  test('staff see those who wait, the longest waiting first; a look is noted', async () => {
    const openid = someone();
    desk.now = afterDays(-9);
    const application = await desk.applied(openid);
    desk.now = start;
    const { value } = await desk.as('o-lib')('applications');
    const [first] = (value as { applications: { applicationId: string }[] }).applications;
    expect(first).toMatchObject({
      applicationId: application.applicationId,
      name: '周敏',
      state: 'submitted',
    });
    await desk.as('o-lib')('reviewApplication', { applicationId: application.applicationId });
    const { pseudonym } = (await kept.document('applicants', openid)) as { pseudonym: string };
    expect(
      await kept.found('audit', { patron: pseudonym, action: 'membership.reviewApplication' }),
    ).toHaveLength(1);
    for (const action of ['applications', 'reviewApplication', 'reviewProof', 'decideApplication'])
      expect(told(await desk.as(openid)(action))).toBe('forbidden');
  });
});
