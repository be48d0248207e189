import {
  afterDays,
  filled,
  fillDesk,
  jpeg,
  keptIn,
  membershipDesk,
  someone,
  start,
  type MembershipDesk,
} from '../support/membership-desk';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { told } from '../support/serving';

jest.setTimeout(60_000);
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

const clearAll = async (): Promise<void> => {
  for (let run = 0; run < 20; run += 1) await desk.clear();
};

describe('proofs', () => {
  test.each([
    ['a page', Buffer.from('<html><script>')],
    ['an empty file', Buffer.alloc(0)],
    ['a GIF', Buffer.from('GIF89a......')],
  ])('%s is none, and is not stored', async (_, content) => {
    expect(told(await desk.upload(someone(), 'proof-bad', content))).toBe('not-a-proof');
    expect(desk.files.paths.size).toBe(0);
  });

  test('a file in three parts, in any order and one of them twice, is one file', async () => {
    const openid = someone();
    const content = jpeg(2_500_000);
    const part = (at: number) => content.subarray(at * 900_000, (at + 1) * 900_000);
    for (const at of [2, 0, 0])
      expect((await desk.upload(openid, 'proof-parts', part(at), at, 3)).value).toEqual({ proof: null });
    const proof = { proofId: 'proof-parts', kind: 'jpeg', bytes: content.length };
    expect((await desk.upload(openid, 'proof-parts', part(1), 1, 3)).value).toEqual({ proof });
    expect((await desk.upload(openid, 'proof-parts', part(1), 1, 3)).value).toEqual({ proof });
    const whole = [...desk.files.paths].find(([path]) => path.endsWith('.jpg'));
    expect(Buffer.from(whole?.[1] ?? []).equals(content)).toBe(true);
  });

  test('a file of nearly 5 MB in parts is one file: its parts do not count beside it', async () => {
    const openid = someone();
    const content = jpeg(4_999_996);
    const upload = (at: number) =>
      desk.upload(openid, 'proof-big', content.subarray(at * 1_000_000, (at + 1) * 1_000_000), at, 5);
    for (let at = 0; at < 4; at += 1) await upload(at);
    const proof = { proofId: 'proof-big', kind: 'jpeg', bytes: content.length };
    expect((await upload(4)).value).toEqual({ proof });
  });

  test('of thirty applicants whose time is over on one day go in one run', async () => {
    for (let at = 0; at < 30; at += 1) await desk.upload(someone(), `proof-of-${at}`, jpeg(10));
    desk.now = afterDays(8);
    await desk.clear();
    expect(desk.files.paths.size).toBe(0);
  });

  test('more than 5 MB in parts is refused', async () => {
    const openid = someone();
    const answers: string[] = [];
    for (let part = 0; part < 6; part += 1)
      answers.push(told(await desk.upload(openid, 'proof-large', jpeg(1_000_000), part, 6)));
    expect(answers).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'proof-too-large']);
  });

  test('so many files, then no more', async () => {
    const openid = someone();
    const answers: string[] = [];
    for (let at = 0; at < 9; at += 1)
      answers.push(told(await desk.upload(openid, `proof-no-${at}`, jpeg(10))));
    expect(answers.filter((code) => code === 'ok')).toHaveLength(8);
    expect(answers.at(-1)).toBe('too-many-proofs');
  });

  test('are seen by the applicant and staff through links of ten minutes, by nobody else', async () => {
    const openid = someone();
    await desk.upload(openid, 'proof-seen', jpeg(10));
    const { applicationId } = await desk.applied(openid, { category: 'outside', proofIds: ['proof-seen'] });
    expect((await desk.as(openid)('proofLink', { proofId: 'proof-seen' })).value).toMatchObject({
      url: expect.stringContaining('for=600') as string,
      endsAt: start.getTime() + 600_000,
    });
    expect(told(await desk.as(someone())('proofLink', { proofId: 'proof-seen' }))).toBe('no-such-proof');
    expect(told(await desk.as('o-lib')('reviewProof', { applicationId, proofId: 'proof-seen' }))).toBe('ok');
    expect(told(await desk.as('o-lib')('reviewProof', { applicationId, proofId: 'proof-other' }))).toBe(
      'no-such-proof',
    );
    expect(
      await kept.found('audit', { action: 'membership.reviewProof', target: applicationId }),
    ).toHaveLength(1);
    const all = JSON.stringify([
      await kept.found('applications', { openid }),
      await kept.document('applicants', openid),
    ]);
    expect(all).not.toContain('https://');
  });

  test('go 30 days after the decision, the file and its name; not a day before', async () => {
    const openid = someone();
    await desk.upload(openid, 'proof-kept', jpeg(10));
    const application = await desk.applied(openid, { category: 'outside', proofIds: ['proof-kept'] });
    desk.now = afterDays(20);
    await clearAll();
    await desk.decide(application, 'refuse');
    desk.now = afterDays(49);
    await clearAll();
    expect(desk.files.paths.size).toBe(1);
    desk.now = afterDays(50);
    await clearAll();
    expect(desk.files.paths.size).toBe(0);
    expect(await kept.found('applications', { openid })).toMatchObject([{ proofs: [], state: 'refused' }]);
    expect(await kept.document('applicants', openid)).toMatchObject({ files: [], nextRemovalAt: null });
  });

  test('that a correction shows again stay; one that it leaves out goes', async () => {
    const openid = someone();
    await desk.upload(openid, 'proof-one', jpeg(10));
    await desk.upload(openid, 'proof-two', jpeg(10));
    const application = await desk.applied(openid, {
      category: 'outside',
      proofIds: ['proof-one', 'proof-two'],
    });
    await desk.decide(application, 'refuse');
    const { applicationId } = application;
    const wish = filled({ category: 'outside', proofIds: ['proof-two'], applicationId });
    expect(told(await desk.as(openid)('correctApplication', wish))).toBe('ok');
    desk.now = afterDays(90);
    await clearAll();
    expect([...desk.files.paths.keys()].map((path) => path.split('/').at(-1))).toEqual(['proof-two.jpg']);
  });

  test('of a run that was cut off are found and removed, stored or not', async () => {
    const openid = someone();
    desk.files.failNext('save');
    expect(told(await desk.upload(openid, 'proof-cut', jpeg(10)))).toBe('unexpected');
    expect(
      told(await desk.as(openid)('apply', filled({ category: 'outside', proofIds: ['proof-cut'] }))),
    ).toBe('no-such-proof');
    desk.now = afterDays(8);
    desk.files.failNext('remove');
    await expect(desk.clear()).rejects.toThrow('cut off');
    await clearAll();
    expect(desk.files.paths.size).toBe(0);
    expect(await kept.document('applicants', openid)).toMatchObject({ files: [], parts: [] });
  });
});
