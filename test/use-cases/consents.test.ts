import { filled, jpeg, someKey, someone, start } from '../support/membership-desk';
import { told } from '../support/serving';
import { somePersons } from '../support/some-persons';

jest.setTimeout(120_000);
const persons = somePersons();
const { bound, consent } = persons;
let { kept, desk, as } = persons;
beforeEach(() => {
  ({ kept, desk, as } = persons);
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
