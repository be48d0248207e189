import {
  afterDays,
  fillDesk,
  filled,
  jpeg,
  keptIn,
  membershipDesk,
  someKey,
  someone,
  type MembershipDesk,
} from '../support/membership-desk';
import { membershipFaults } from '../support/membership-faults';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { told } from '../support/serving';

jest.setTimeout(300_000);

let memory: MemoryDatabase;
let desk: MembershipDesk;
let clock = Date.parse('2026-11-21T04:00:00Z');
beforeEach(async () => {
  memory = await openMemoryDatabase(undefined, () => new Date(clock));
  await fillDesk(memory);
  desk = membershipDesk(memory);
});
afterEach(() => memory.close());
const faults = () => membershipFaults(memory, 'NB');

/** So long the transaction of a killed function is in the way of others. */
const openTransactionMs = 31_000;

/** Asks with so many requests done before the function is killed, and answers what the phone was told. */
const cutOff = async (
  calls: number,
  lost: 'request' | 'reply',
  ask: () => ReturnType<MembershipDesk['decide']>,
) => {
  memory.cutOffAfter(calls, lost);
  const reply = await ask();
  memory.cutOffAfter(null);
  clock += openTransactionMs;
  return told(reply);
};

test.each(['request', 'reply'] as const)(
  'an approval that loses a %s anywhere is whole or not there, and asked again it is one card',
  async (lost) => {
    for (let calls = 0; ; calls += 1) {
      const openid = someone();
      await desk.upload(openid, `proof-cut-${calls}`, jpeg(10));
      const application = await desk.applied(openid, { proofIds: [`proof-cut-${calls}`] });
      const requestKey = someKey();
      const ask = () => desk.decide(application, 'approve', { requestKey });
      const first = await cutOff(calls, lost, ask);
      expect(await faults()).toEqual([]);
      expect(told(await ask())).toBe('ok');
      expect(await faults()).toEqual([]);
      expect(await keptIn(memory).found('card_bindings', { openid })).toHaveLength(1);
      if (first === 'ok') return;
    }
  },
);

test('an application that is cut off anywhere is whole or not there, and asked again it is one', async () => {
  for (let calls = 0; ; calls += 1) {
    const openid = someone();
    const wish = filled();
    const first = await cutOff(calls, 'request', () => desk.as(openid)('apply', wish));
    expect(await faults()).toEqual([]);
    expect(told(await desk.as(openid)('apply', wish))).toBe('ok');
    expect(await keptIn(memory).found('applications', { openid })).toHaveLength(1);
    expect(await faults()).toEqual([]);
    if (first === 'ok') return;
  }
});

const update = (collection: string, id: string, data: object) =>
  memory.database.collection(collection).doc(id).update({ data });

describe('the checker notices', () => {
  test.each([
    ['a card without its patron', 'patrons', 'remove', 'has no patron'],
    ['a decision that nobody made', 'audit', 'remove', 'nobody is noted'],
    ['a decision that nobody was told of', 'messages', 'remove', 'nobody was told'],
    ['an applicant who is gone', 'applicants', 'remove', 'its applicant is gone'],
  ])('%s', async (_, collection, __, fault) => {
    const application = await desk.applied(someone());
    await desk.decide(application, 'approve');
    const { command } = memory.database;
    await memory.database
      .collection(collection)
      .where({ _id: command.neq('') })
      .remove();
    expect((await faults()).join('\n')).toContain(fault);
  });

  test('a card that nobody applied for, a card without approval, a step that was lost', async () => {
    const { applicationId } = await desk.applied(someone());
    await memory.database.collection('patrons').add({ data: { _id: 'NB2699999' } });
    await update('applications', applicationId, { card: 'NB2699999', revision: 5 });
    expect((await faults()).join('\n')).toMatch(/steps are not[^]*without approval/);
    await update('applications', applicationId, { card: null });
    expect((await faults()).join('\n')).toContain('nobody applied for');
  });

  test('proofs that go too early, never, or are nowhere', async () => {
    const openid = someone();
    await desk.upload(openid, 'proof-checked', jpeg(10));
    const application = await desk.applied(openid, { proofIds: ['proof-checked'] });
    const kept = (await keptIn(memory).document('applicants', openid)) as { files: object[] } | null;
    const file = kept?.files[0];
    await update('applicants', openid, { files: [{ ...file, removeAfter: afterDays(1) }] });
    expect((await faults()).join('\n')).toContain('too early');
    await desk.decide(application, 'refuse');
    await update('applicants', openid, { files: [{ ...file, removeAfter: null }] });
    expect((await faults()).join('\n')).toContain('never goes');
    await update('applicants', openid, { files: [] });
    expect((await faults()).join('\n')).toContain('nowhere kept');
  });
});
