import { FamilyLoans } from '../../miniprogram/stores/circulation/family-loans';
import { FamilyConsent } from '../../miniprogram/stores/membership/family-consent';
import { FamilyInvite } from '../../miniprogram/stores/membership/family-invite';
import { FamilyLinks } from '../../miniprogram/stores/membership/family-links';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';
import { someLoan } from '../support/some-listed-loan';

const terms = { whose: 'theirs', right: 'renew', endsOn: '2026-11-30' } as const;
const other = { maskedName: '*晓', maskedCard: '••••001' };
const link = { linkId: 'l1', ...terms, ...other, hasEnded: false };
const granted = { granted: true as const, newDueOn: '2026-07-01', renewalsLeft: 0 };
const loan = someLoan({ loanId: 'loan-1', title: '红楼梦', renewal: granted });

function open() {
  const { call, calls } = fakeCall();
  const storage = fakeStorage();
  const seen = new SeenReplies(storage, () => 0, 60, 'mine');
  let made = 0;
  const keys = new RequestKeys(() => `key-${(made += 1)}`);
  const sources = { call, seen, keys };
  /** Answers the calls of this name that wait, the latest first asked for. */
  const last = (name: string) => calls.findLast((each) => each.name === name);
  return { calls, last, seen, sources };
}

describe('consenting', () => {
  test('nobody consents before having seen what to', async () => {
    const { sources, calls } = open();
    const consent = new FamilyConsent(sources);
    await consent.look();
    expect([consent.isCodeMissing, calls.length]).toEqual([true, 0]);
    consent.type('ABCD');
    expect([await consent.accept(), calls.length]).toEqual([false, 0]);
  });

  test('what a code asks is seen, then consented to', async () => {
    const { sources, calls } = open();
    const consent = new FamilyConsent(sources);
    consent.type(' ABCD ');
    void consent.look();
    await calls[0]?.answer({ ...terms, ...other });
    expect(consent.question?.maskedName).toBe('*晓');
    const accepted = consent.accept();
    expect(calls[1]?.input).toMatchObject({ code: 'ABCD' });
    await calls[1]?.answer({ linkId: 'l1' });
    expect(await accepted).toBe(true);
  });

  test('what an earlier code asks is not shown for another code', async () => {
    const { sources, calls } = open();
    const consent = new FamilyConsent(sources);
    consent.type('ABCD');
    void consent.look();
    consent.type('EFGH');
    await calls[0]?.answer({ ...terms, ...other });
    expect(consent.question).toBeNull();
  });

  test.each(['wrong-code', 'own-code', 'unavailable'] as const)('%s is said of the code', async (code) => {
    const { sources, calls } = open();
    const consent = new FamilyConsent(sources);
    consent.type('ABCD');
    void consent.look();
    await calls[0]?.refuse(code);
    expect([consent.questionFailure, consent.question]).toEqual([code, null]);
  });

  test('after too many wrong codes it is known until when to wait, until another one is typed', async () => {
    const { sources, calls } = open();
    const consent = new FamilyConsent(sources);
    consent.type('ABCD');
    void consent.look();
    await calls[0]?.refuseWith({ code: 'too-many-tries', until: 60_000 });
    expect([consent.questionFailure, consent.waitsUntil]).toEqual(['too-many-tries', 60_000]);
    consent.type('EFGH');
    expect(consent.waitsUntil).toBeNull();
  });
});

const dayAfter = (days: number) => `day ${days}`;

describe('inviting', () => {
  test('sends the terms that were chosen, and shows the code', async () => {
    const { sources, calls } = open();
    const invite = new FamilyInvite({ ...sources, dayAfter });
    invite.chooseWhose('theirs');
    invite.chooseRight('renew');
    invite.chooseSpan('month');
    void invite.invite();
    expect(calls[0]?.input).toMatchObject({ whose: 'theirs', right: 'renew', endsOn: 'day 30' });
    await calls[0]?.answer({ code: 'ABCDEFGH23456789', until: 1 });
    expect(invite.invitation?.code).toBe('ABCDEFGH23456789');
  });

  test('of too many links says so and shows no code', async () => {
    const { sources, calls } = open();
    const invite = new FamilyInvite({ ...sources, dayAfter });
    void invite.invite();
    await calls[0]?.refuseWith({ code: 'link-limit', limit: 20 });
    expect([invite.inviting.failure, invite.invitation]).toEqual(['link-limit', null]);
    invite.chooseRight('renew');
    expect(invite.inviting.failure).toBeNull();
  });
});

describe('the links', () => {
  test.each([
    ['ended here', (last: ReturnType<typeof open>['last']) => last('membership.endFamily')?.answer({})],
    [
      'ended by the other side meanwhile',
      (last: ReturnType<typeof open>['last']) => last('membership.endFamily')?.refuse('no-such-link'),
    ],
  ])('one that was %s goes, and what was seen through it', async (_, answer) => {
    const { sources, last, seen } = open();
    const family = new FamilyLinks(sources);
    void family.load();
    await last('membership.familyLinks')?.answer({ links: [link, { ...link, linkId: 'l2' }] });
    for (const name of ['loans/l1', 'holds/l1', 'fines/l1', 'loans/l2']) seen.remember(name, '红楼梦');
    const ended = family.end('l1');
    await answer(last);
    await last('membership.familyLinks')?.answer({ links: [{ ...link, linkId: 'l2' }] });
    expect([await ended, family.links.map(({ linkId }) => linkId)]).toEqual([true, ['l2']]);
    expect(['loans/l1', 'holds/l1', 'fines/l1'].map((name) => seen.recall(name))).toEqual([null, null, null]);
    expect(seen.recall('loans/l2')?.value).toBe('红楼梦');
  });

  test('one whose last day is over takes along what was seen through it', async () => {
    const { sources, last, seen } = open();
    const family = new FamilyLinks(sources);
    for (const links of [[link], [{ ...link, hasEnded: true }]]) {
      seen.remember('loans/l1', '红楼梦');
      void family.load();
      await last('membership.familyLinks')?.answer({ links });
    }
    expect([family.links.length, seen.recall('loans/l1')]).toEqual([1, null]);
  });

  test('without an answer nothing goes', async () => {
    const { sources, last, seen } = open();
    const family = new FamilyLinks(sources);
    void family.load();
    await last('membership.familyLinks')?.answer({ links: [link] });
    seen.remember('loans/l1', '红楼梦');
    const ended = family.end('l1');
    await last('membership.endFamily')?.refuse('unavailable');
    expect([await ended, family.ending.failure, seen.recall('loans/l1')?.value]).toEqual([
      false,
      'unavailable',
      '红楼梦',
    ]);
  });
});

async function opened(right: 'see' | 'renew' = 'renew') {
  const { sources, last, seen, calls } = open();
  const shown = new FamilyLoans(sources, new FamilyLinks(sources), 'l1');
  void shown.load();
  await last('membership.familyLinks')?.answer({ links: [{ ...link, right }] });
  await last('circulation.loans')?.answer({ loans: [loan] });
  await last('circulation.holds')?.answer({ holds: [], watches: [] });
  return { shown, last, seen, calls };
}

describe('the loans of a linked card', () => {
  test('are asked for through the link, and so is their renewal', async () => {
    const { shown, last, calls } = await opened();
    const asked = calls.filter(({ name }) => name.startsWith('circulation.')).map(({ input }) => input);
    expect(asked).toEqual(asked.map(() => ({ familyLinkId: 'l1' })));
    void shown.loans.renew(['loan-1']);
    expect(last('circulation.renewMany')?.input).toMatchObject({ familyLinkId: 'l1' });
  });

  test.each([
    ['see', false],
    ['renew', true],
  ] as const)('the right %s', async (right, canRenew) => {
    expect((await opened(right)).shown.canRenew).toBe(canRenew);
  });

  test('go from the screen and the phone when the link is refused', async () => {
    const { shown, last, seen } = await opened();
    expect([shown.isOver, seen.recall('loans/l1') !== null]).toEqual([false, true]);
    void shown.load();
    await last('circulation.loans')?.refuse('forbidden');
    expect([shown.isOver, shown.loans.loans, seen.recall('loans/l1')]).toEqual([true, [], null]);
  });

  test('go when a renewal is refused because the link is no more', async () => {
    const { shown, last } = await opened();
    void shown.loans.renew(['loan-1']);
    await last('circulation.renewMany')?.refuse('forbidden');
    await last('circulation.loans')?.refuse('forbidden');
    expect([shown.isOver, shown.loans.loans]).toEqual([true, []]);
  });

  test('stay as last seen without a network', async () => {
    const { shown, last } = await opened();
    void shown.load();
    await last('circulation.loans')?.refuse('unavailable');
    expect([shown.isOver, shown.loans.loans.length]).toEqual([false, 1]);
  });
});
