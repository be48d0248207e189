import { cloudForgetBorrowers } from '../../cloudfunctions/circulation/adapters/cloud-forget-borrowers';
import { cloudWalk } from '../../cloudfunctions/circulation/adapters/cloud-walk';
import { readFine } from '../../cloudfunctions/circulation/domain/fines/read-fine';
import { circulationSurroundings } from '../../cloudfunctions/circulation/function/surroundings';
import { walkJob } from '../../cloudfunctions/circulation/jobs';
import { walkLoans } from '../../cloudfunctions/circulation/use-cases/loans/walk-loans';
import { tellOnce } from '../../cloudfunctions/kernel/wechat/cloud-messages';
import { cloudPatronsOf } from '../../cloudfunctions/membership/adapters/cloud-patrons';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { someHold, someLoan } from '../support/some-loan';

jest.setTimeout(120_000);
let library: SomeLibrary;
beforeAll(async () => {
  library = await openSomeLibrary();
  for (const card of ['card-1', 'card-2', 'card-3']) await library.patron(card);
});
afterAll(() => library.close());

const walkOnce = (
  tell = (messages: Parameters<typeof tellOnce>[1]) => tellOnce(library.database, messages),
  stumbleOver: (card: string) => void = () => undefined,
) => {
  const { database, now } = library;
  const surroundings = circulationSurroundings(database, now);
  const walk = cloudWalk(database, walkJob, cloudPatronsOf(database));
  const patrons: typeof walk.patrons = async (cards) => {
    const all = new Map(await walk.patrons(cards));
    return Object.assign(all, {
      get: (card: string) => {
        stumbleOver(card);
        return Map.prototype.get.call(all, card) as ReturnType<(typeof all)['get']>;
      },
    });
  };
  return walkLoans({ ...surroundings, walk: { ...walk, patrons }, tell, log: () => undefined })();
};
const told = async () => (await library.all('messages')).map(({ _id, details }) => [_id, details] as const);
const keysTold = async () => (await told()).map(([key]) => key).toSorted();

beforeEach(async () => {
  for (const name of ['messages', 'loan_choices', 'fines', 'patron_circulation', 'title_circulation'])
    await library.database.collection(name).where({}).remove();
  await library.database.collection('settings').where({ _id: 'circulation' }).remove();
  await library.put('jobs', { _id: walkJob, leasedUntil: 0 });
  library.setClock('2026-03-20T04:00:00Z');
});

test('one digest a patron and day, of what is due soon and what is overdue', async () => {
  await library.loans(
    { loanId: 'l1', bookId: 'b1', card: 'card-1', dueOn: '2026-03-22', title: '边城' },
    { loanId: 'l2', bookId: 'b2', card: 'card-1', dueOn: '2026-03-17', title: '围城' },
    { loanId: 'l3', bookId: 'b3', card: 'card-1', dueOn: '2026-04-17' },
    { loanId: 'l4', bookId: 'b4', card: 'card-2', dueOn: '2026-03-20' },
    { loanId: 'l5', bookId: 'b5', card: 'card-3', dueOn: '2026-03-20', returnedOn: '2026-03-19' },
    { loanId: 'l6', bookId: 'b6', card: 'card-3', dueOn: '2026-03-20', reportedLost: true },
    { loanId: 'l7', bookId: 'b7', card: 'card-3', dueOn: '2026-03-19', claimedReturned: true },
  );
  await walkOnce();
  await walkOnce();
  expect(await keysTold()).toEqual(['loans-digest-card-1-2026-03-20', 'loans-digest-card-2-2026-03-20']);
  expect((await told()).find(([key]) => key.includes('card-1'))?.[1]).toEqual({
    due: [{ loanId: 'l1', title: '边城', dueOn: '2026-03-22' }],
    overdue: [{ loanId: 'l2', title: '围城', dueOn: '2026-03-17' }],
  });
  library.setClock('2026-03-21T04:00:00Z');
  await walkOnce();
  expect(await keysTold()).toContain('loans-digest-card-2-2026-03-21');
  expect(await keysTold()).not.toContain('loans-digest-card-1-2026-03-21');
});

test('where the library reminds on the due day only, nobody hears of it the day before', async () => {
  await library.put('settings', { _id: 'circulation', remindDays: 0 });
  await library.loans({ card: 'card-1', dueOn: '2026-03-21' });
  await walkOnce();
  expect(await keysTold()).toEqual([]);
  library.setClock('2026-03-21T04:00:00Z');
  await walkOnce();
  expect(await keysTold()).toEqual(['loans-digest-card-1-2026-03-21']);
});

test('nobody is told anything at night', async () => {
  await library.loans({ card: 'card-1', dueOn: '2026-03-20' });
  library.setClock('2026-03-19T23:59:00Z');
  await walkOnce();
  expect(await keysTold()).toEqual([]);
});

test('what was cut off before it was told is told by the next run, once', async () => {
  await library.loans({ card: 'card-1', dueOn: '2026-03-20' });
  await expect(walkOnce(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
  await walkOnce();
  await walkOnce();
  expect(await keysTold()).toEqual(['loans-digest-card-1-2026-03-20']);
});

test('more patrons than fit one run are gone through in several', async () => {
  const cards = Array.from({ length: 65 }, (_, place) => `walk-${String(place).padStart(2, '0')}`);
  await library.loans(
    ...cards.map((card) => ({ loanId: `of-${card}`, bookId: `b-${card}`, card, dueOn: '2026-03-20' })),
  );
  for (const count of [30, 60, 65, 65]) {
    await walkOnce();
    expect(await keysTold()).toHaveLength(count);
  }
});

test('a patron whom nobody can read keeps no other from being told', async () => {
  await library.loans(
    { loanId: 'l1', bookId: 'b1', card: 'card-1', dueOn: '2026-03-21' },
    { loanId: 'l2', bookId: 'b2', card: 'card-2', dueOn: '2026-03-20' },
    { loanId: 'l3', bookId: 'b3', card: 'card-3', dueOn: '2026-03-20' },
  );
  await chosen();
  await library.database
    .collection('patron_circulation')
    .doc('card-1')
    .update({ data: { finesOwed: 'x' } });
  await walkOnce(undefined, (card) => {
    if (card === 'card-2') throw new TypeError('rubbish that nobody thought of');
  });
  expect(await keysTold()).toEqual(['auto-renewal-l1-2026-03-21', 'loans-digest-card-3-2026-03-20']);
  expect((await told())[0]?.[1]).toMatchObject({ reasons: ['record-damaged'] });
  expect(await library.one('jobs', walkJob)).toMatchObject({ progress: { doneThrough: '2026-03-20' } });
});

const chosen = () => library.put('loan_choices', { _id: 'card-1', autoRenewal: true, historySince: null });
const loan = () => library.one('loans', 'l1');

const keyOf = (id: string) => `auto-renewal-${id}-2026-03-21`;

describe('auto-renewal', () => {
  const dueTomorrow = { loanId: 'l1', bookId: 'b1', card: 'card-1', dueOn: '2026-03-21', title: '边城' };

  test('renews the day before the due day, once', async () => {
    await library.loans(dueTomorrow);
    await chosen();
    await walkOnce();
    await walkOnce();
    expect(await loan()).toMatchObject({ dueOn: '2026-04-20', renewals: 1 });
    const [audit] = await library.all('audit', { target: 'l1' });
    expect(audit).toMatchObject({ actor: { kind: 'job' }, result: 'done' });
  });

  test.each([
    ['request', 2],
    ['request', 0],
    ['reply', 2],
  ] as const)(
    'cut off at any %s, with %i renewals allowed, it tells each once',
    async (lost, maxRenewals) => {
      const policy = { _id: 'usual', patronCategory: '*', itemCategory: '*' };
      await library.put('policies', { ...policy, maxRenewals });
      const ids = ['l1', 'l2'];
      const dueDays = async () =>
        Promise.all(ids.map(async (id) => (await library.one('loans', id))?.['dueOn']));
      let isWhole = false;
      for (let calls = 0; !isWhole; calls += 1) {
        for (const name of ['messages', 'patron_circulation', 'title_circulation'])
          await library.database.collection(name).where({}).remove();
        await library.put('jobs', { _id: walkJob, leasedUntil: 0 });
        await library.loans(dueTomorrow, { ...dueTomorrow, loanId: 'l2', bookId: 'b2', barcode: 'copy-2' });
        await chosen();
        library.cutOffAfter(calls, lost);
        isWhole = await walkOnce().then(
          () => true,
          () => false,
        );
        library.cutOffAfter(null);
        library.endKilled();
        const keys = await keysTold();
        const renewed = (await dueDays()).flatMap((day, place) => (day === '2026-03-21' ? [] : [ids[place]]));
        expect(keys).toEqual(expect.arrayContaining(renewed.map((id) => keyOf(id ?? ''))));
        await walkOnce();
        expect(await keysTold()).toEqual(ids.map(keyOf));
        expect(await dueDays()).toEqual(ids.map(() => (maxRenewals > 0 ? '2026-04-20' : '2026-03-21')));
      }
      await library.put('policies', { ...policy, maxRenewals: 2 });
    },
  );

  test('tells the new due day', async () => {
    await library.loans(dueTomorrow);
    await chosen();
    await walkOnce();
    expect(await told()).toEqual([
      ['auto-renewal-l1-2026-03-21', { loanId: 'l1', title: '边城', newDueOn: '2026-04-20' }],
    ]);
  });

  test('is only done for those who chose it', async () => {
    await library.loans(dueTomorrow);
    await walkOnce();
    expect(await loan()).toMatchObject({ dueOn: '2026-03-21' });
  });

  test('is not done where somebody waits, though the policy would let a reader, and says why', async () => {
    await library.put('policies', {
      _id: 'usual',
      patronCategory: '*',
      itemCategory: '*',
      maxRenewals: 2,
      holds: 'ignore',
    });
    await library.loans(dueTomorrow);
    await library.title({ bookId: 'b1', holds: [someHold({ card: 'card-2' })] });
    await chosen();
    await walkOnce();
    expect(await loan()).toMatchObject({ dueOn: '2026-03-21', renewals: 0 });
    expect((await told())[0]?.[1]).toMatchObject({ reasons: ['reserved'] });
  });
});

const forget = () => cloudForgetBorrowers(library.database, library.now)();
const cardOf = async (collection: string, id: string) => (await library.one(collection, id))?.['card'];
const nobodys = () => library.all('loans', { card: '' });
const keepsHistory = (card: string) =>
  library.put('loan_choices', { _id: card, autoRenewal: false, historySince: new Date('2024-01-01') });

const loanOf = (loanId: string, card: string, returnedOn: string | null, finesFixed = 0) => ({
  loanId,
  card,
  returnedOn,
  finesFixed,
});

describe('what has ended forgets whose it was', () => {
  test('a loan, when it was returned long enough ago', async () => {
    await keepsHistory('card-1');
    await library.loans(
      { loanId: 'old', card: 'card-1', returnedOn: '2025-03-19' },
      { loanId: 'recent', card: 'card-1', returnedOn: '2025-03-20' },
      { loanId: 'open', card: 'card-1', borrowedOn: '2024-01-01' },
    );
    await forget();
    expect(await library.one('loans', 'old')).toBeNull();
    expect(await nobodys()).toMatchObject([{ card: '', history: [], returnedOn: '2025-03-01' }]);
    expect([await cardOf('loans', 'recent'), await cardOf('loans', 'open')]).toEqual(['card-1', 'card-1']);
    await library.put('settings', { _id: 'circulation', keepLoansDays: 30 });
    await forget();
    expect([await library.one('loans', 'recent'), (await nobodys()).length]).toEqual([null, 2]);
  });

  test('a loan of somebody who keeps no history, the day after it was returned, unless it was fined', async () => {
    await keepsHistory('card-2');
    await library.loans(
      loanOf('before', 'card-1', '2026-03-19'),
      loanOf('today', 'card-1', '2026-03-20'),
      loanOf('fined', 'card-1', '2026-03-19', 50),
      loanOf('out', 'card-1', null),
      loanOf('kept', 'card-2', '2026-03-19'),
      loanOf('after', 'card-3', '2026-03-19'),
    );
    await forget();
    const ids = ['before', 'today', 'fined', 'out', 'kept', 'after'];
    const cards = await Promise.all(ids.map((id) => cardOf('loans', id)));
    expect(cards).toEqual([undefined, 'card-1', 'card-1', 'card-1', 'card-2', undefined]);
    expect(await nobodys()).toHaveLength(2);
  });

  test.each(['request', 'reply'] as const)(
    'a loan once, wherever the run is cut off with its %s lost',
    async (lost) => {
      await library.loans(
        { ...loanOf('mine', 'card-1', '2026-03-19'), forgottenId: 'nobodys' },
        { ...loanOf('out', 'card-1', null), barcode: 'copy-2' },
      );
      let cuts = 0;
      let isDone = false;
      for (; !isDone; cuts += 1) {
        await library.put('loans', {
          _id: 'mine',
          ...someLoan({ ...loanOf('mine', 'card-1', '2026-03-19'), forgottenId: 'nobodys' }),
        });
        library.cutOffAfter(cuts, lost);
        isDone = await forget().then(
          () => true,
          () => false,
        );
        library.cutOffAfter(null);
        await forget();
        const left = (await library.all('loans')).map(({ _id }) => _id).toSorted();
        expect([cuts, left]).toEqual([cuts, ['nobodys', 'out']]);
      }
      expect(cuts).toBeGreaterThan(5);
    },
  );

  test('ended holds, settled fines and messages, when they are old enough', async () => {
    await keepsHistory('card-1');
    const hold = { card: 'card-1', bookId: 'b1', title: '边城' };
    await library.put('holds', { _id: 'of-no-history', ...hold, card: 'card-2', endedOn: '2026-03-19' });
    await library.put('holds', { _id: 'today', ...hold, card: 'card-2', endedOn: '2026-03-20' });
    await library.put('holds', { _id: 'ended', ...hold, endedOn: '2025-03-19' });
    await library.put('holds', { _id: 'lately', ...hold, endedOn: '2025-03-20' });
    await library.put('holds', { _id: 'waiting', ...hold, endedOn: null });
    const fine = { ...hold, loanId: 'l', amount: 30, days: 3, fixedOn: '2025-01-01', reason: '现金' };
    await library.put('fines', { _id: 'paid', ...fine, state: 'paid', settledOn: '2025-03-19' });
    await library.put('fines', { _id: 'waived', ...fine, state: 'waived', settledOn: '2025-03-20' });
    await library.put('fines', { _id: 'owed', ...fine, state: 'owed', settledOn: null });
    const message = {
      card: 'card-1',
      openid: null,
      kind: 'hold-lapsed',
      details: { holdId: 'h', title: '边城' },
    };
    await library.put('messages', { _id: 'then', ...message, at: new Date('2025-03-19T15:59:00Z') });
    await library.put('messages', { _id: 'since', ...message, at: new Date('2025-03-19T16:01:00Z') });
    await forget();
    const idsOf = async (name: string) => (await library.all(name)).map(({ _id }) => _id).toSorted();
    expect(await idsOf('holds')).toEqual(['lately', 'today', 'waiting']);
    expect(await idsOf('messages')).toEqual(['since']);
    const forgotten = await library.one('fines', 'paid');
    expect(forgotten).toMatchObject({ card: '', title: '', bookId: '', reason: null, amount: 30 });
    expect(readFine('paid', forgotten ?? {}).faults).toEqual([]);
    expect([await cardOf('fines', 'waived'), await cardOf('fines', 'owed')]).toEqual(['card-1', 'card-1']);
    await library.database.collection('holds').where({}).remove();
  });
});
