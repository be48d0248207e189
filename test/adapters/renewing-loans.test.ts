import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { someHold } from '../support/some-loan';
import { told } from '../support/serving';

// The handlers of the deployed function, through the real SDK.
jest.setTimeout(60_000);
let library: SomeLibrary;
beforeAll(async () => {
  library = await openSomeLibrary();
  for (const card of ['card-1', 'card-2', 'card-3']) await library.patron(card);
});
afterAll(() => library.close());
beforeEach(() => library.loans({}));

const ann = (action: string, input: object = {}) => library.as('o-card-1')(action, input);
let key = 0;
const newKey = () => `request-${(key += 1)}`;
const renewing = (change: object = {}) => ({
  loanId: 'loan-1',
  seenDueOn: '2026-03-31',
  requestKey: newKey(),
  ...change,
});
const renewalsOf = async (loanId: string) => {
  const loan = await library.one('loans', loanId);
  const history = loan?.['history'] as readonly { readonly kind: string }[];
  return {
    renewals: loan?.['renewals'],
    dueOn: loan?.['dueOn'],
    lines: history.filter(({ kind }) => kind === 'renewed').length,
  };
};
const audited = (requestKey: string) => library.all('audit', { requestKey });

describe('renewing one loan', () => {
  test('moves its due day everywhere, with a line in its history and in the audit log', async () => {
    const asked = renewing();
    expect(await ann('renew', asked)).toMatchObject({
      ok: true,
      value: { loanId: 'loan-1', newDueOn: '2026-04-30', renewalsLeft: 1 },
    });
    expect(await library.one('loans', 'loan-1')).toMatchObject({
      dueOn: '2026-04-30',
      renewals: 1,
      history: [
        {
          kind: 'renewed',
          from: '2026-03-31',
          to: '2026-04-30',
          requestKey: asked.requestKey,
          at: library.now(),
        },
      ],
    });
    expect(await library.one('title_circulation', 'book-1')).toMatchObject({
      sequence: 1,
      loans: [{ loanId: 'loan-1', dueOn: '2026-04-30' }],
    });
    expect(await library.one('patron_circulation', 'card-1')).toMatchObject({
      sequence: 1,
      openLoans: [{ loanId: 'loan-1', dueOn: '2026-04-30' }],
    });
    expect(await audited(asked.requestKey)).toMatchObject([
      {
        actor: { kind: 'patron', pseudonym: 'p-card-1' },
        action: 'circulation.renew',
        patron: 'p-card-1',
        maskedCard: '••••d-1',
        result: 'done',
        target: 'loan-1',
      },
    ]);
  });

  test('the same key again gives the same answer and renews nothing', async () => {
    const asked = renewing();
    const first = await ann('renew', asked);
    expect(await ann('renew', asked)).toEqual(first);
    expect(await ann('renew', { ...asked, seenDueOn: '2026-04-30' })).toEqual(first);
    expect(await renewalsOf('loan-1')).toEqual({ renewals: 1, dueOn: '2026-04-30', lines: 1 });
    expect(await audited(asked.requestKey)).toHaveLength(1);
  });

  test('a key of another loan is not understood', async () => {
    await library.loans({}, { loanId: 'loan-2', bookId: 'book-2', barcode: 'copy-2' });
    const asked = renewing();
    await ann('renew', asked);
    expect(await ann('renew', { ...asked, loanId: 'loan-2' })).toMatchObject({
      ok: false,
      reasons: [{ code: 'invalid-request' }],
    });
    expect(await renewalsOf('loan-2')).toMatchObject({ renewals: 0, lines: 0 });
  });

  test('a key is one reader’s: another’s with the same key is a request of its own', async () => {
    await library.loans({}, { loanId: 'loan-2', card: 'card-2', bookId: 'book-2', barcode: 'copy-2' });
    const asked = renewing();
    await ann('renew', asked);
    expect(told(await library.as('o-card-2')('renew', { ...asked, loanId: 'loan-2' }))).toBe('ok');
  });

  test('a refused key is decided afresh', async () => {
    await library.title({ bookId: 'book-1', holds: [someHold()] });
    const asked = renewing();
    expect(await ann('renew', asked)).toMatchObject({
      ok: false,
      reasons: [{ code: 'reserved', waiting: 1 }],
    });
    await library.title({ bookId: 'book-1' });
    expect(told(await ann('renew', asked))).toBe('ok');
  });

  test('after a week a key is a new one', async () => {
    const asked = renewing();
    await ann('renew', asked);
    library.setClock('2026-03-27T04:00:01Z');
    expect(await ann('renew', asked)).toMatchObject({ reasons: [{ code: 'changed', dueOn: '2026-04-30' }] });
    library.setClock('2026-03-20T04:00:00Z');
  });

  test('nothing is renewed on a due day that was not seen, nor somebody else’s loan, and nothing is written', async () => {
    await library.loans({}, { loanId: 'loan-9', card: 'card-2', bookId: 'book-9', barcode: 'copy-9' });
    const before = await library.all('audit');
    const stale = await ann('renew', renewing({ seenDueOn: '2026-03-01' }));
    expect(stale).toMatchObject({ reasons: [{ code: 'changed', dueOn: '2026-03-31' }] });
    const others = await ann('renew', renewing({ loanId: 'loan-9' }));
    const unknown = await ann('renew', renewing({ loanId: 'loan-x' }));
    expect(others).toEqual(unknown);
    expect(others).toMatchObject({ ok: false, reasons: [{ code: 'no-such-loan' }] });
    expect(await library.all('audit')).toEqual(before);
    expect(await library.one('patron_circulation', 'card-1')).toMatchObject({
      sequence: 0,
      doneRequests: [],
    });
  });

  test('goes by the policy, the membership and the fines as they stand at that moment', async () => {
    await library.put('policies', { _id: 'usual', patronCategory: '*', itemCategory: '*', maxRenewals: 0 });
    expect(told(await ann('renew', renewing()))).toBe('limit-reached');
    await library.put('policies', {
      _id: 'usual',
      patronCategory: '*',
      itemCategory: '*',
      maxRenewals: 2,
      fineLimit: 0,
    });
    await library.patron('card-1', { status: 'suspended', endsOn: '2026-03-19' });
    await library.account({ card: 'card-1', finesOwed: 1 });
    expect(await ann('renew', renewing())).toMatchObject({
      reasons: [
        { code: 'membership-suspended' },
        { code: 'membership-expired', endedOn: '2026-03-19' },
        { code: 'fines-over-limit', owed: 1, limit: 0 },
      ],
    });
    await library.patron('card-1');
  });

  test('by a closed day of the branch’s calendar', async () => {
    await library.put('calendars', { _id: 'far', weeklyHours: [], closedDates: ['2026-04-30'] });
    await library.put('branches', { _id: 'far', name: '远馆', calendarId: 'far' });
    await library.loans({ branchId: 'far' });
    expect(await ann('renew', renewing())).toMatchObject({ value: { newDueOn: '2026-05-01' } });
  });
});

describe('renewing many', () => {
  test('goes in order of due day and id, each on its own, and one refusal stops nothing', async () => {
    await library.loans(
      { loanId: 'c', bookId: 'b-c', dueOn: '2026-03-25' },
      { loanId: 'a', bookId: 'b-a', dueOn: '2026-03-30' },
      { loanId: 'b', bookId: 'b-b', dueOn: '2026-03-25', recalled: true },
    );
    const loans = ['a', 'b', 'c', 'nobody', 'a'].map((loanId) => ({
      loanId,
      seenDueOn: loanId === 'a' ? '2026-03-30' : '2026-03-25',
    }));
    const asked = { loans, requestKey: newKey() };
    const first = await ann('renewMany', asked);
    expect(first).toMatchObject({
      ok: true,
      value: {
        results: [
          { loanId: 'b', renewal: { granted: false, reasons: [{ code: 'recalled' }] } },
          { loanId: 'c', renewal: { granted: true, newDueOn: '2026-04-24', renewalsLeft: 1 } },
          { loanId: 'nobody', renewal: { granted: false, reasons: [{ code: 'no-such-loan' }] } },
          { loanId: 'a', renewal: { granted: true, newDueOn: '2026-04-29', renewalsLeft: 1 } },
        ],
      },
    });
    const again = await ann('renewMany', asked);
    const renewals = (reply: typeof again) =>
      (reply.value as { results: readonly { loanId: string }[] }).results.toSorted((x, y) =>
        x.loanId < y.loanId ? -1 : 1,
      );
    expect(renewals(again)).toEqual(renewals(first));
    expect(await renewalsOf('a')).toMatchObject({ renewals: 1, lines: 1 });
    expect(await audited(`${asked.requestKey}/a`)).toHaveLength(1);
  });
});

describe('the list of loans', () => {
  test('is in order of due day, with what renewing would do and the fee so far', async () => {
    await library.loans(
      { loanId: 'late', bookId: 'b-late', dueOn: '2026-03-15', renewals: 1 },
      { loanId: 'soon', bookId: 'b-soon', dueOn: '2026-03-21' },
      { loanId: 'back', bookId: 'b-back', dueOn: '2026-03-10', returnedOn: '2026-03-09' },
    );
    await library.title({ bookId: 'b-soon', holds: [someHold()] });
    expect(await ann('loans')).toMatchObject({
      ok: true,
      value: {
        loans: [
          {
            loanId: 'late',
            title: '边城',
            daysLeft: -5,
            renewals: 1,
            renewalsLeft: 1,
            fineSoFar: 50,
            renewal: { granted: false, reasons: [{ code: 'overdue', overdueDays: 5 }] },
          },
          {
            loanId: 'soon',
            daysLeft: 1,
            fineSoFar: 0,
            renewal: { granted: false, reasons: [{ code: 'reserved', waiting: 1 }] },
          },
        ],
      },
    });
  });

  test('is empty for one who never borrowed', async () => {
    expect(await library.as('o-card-3')('loans')).toMatchObject({ ok: true, value: { loans: [] } });
  });
});

const spent = async (work: () => Promise<unknown>) => {
  const before = { calls: library.requests.length, read: library.documentsRead() };
  await work();
  return { calls: library.requests.length - before.calls, read: library.documentsRead() - before.read };
};

describe('the cost', () => {
  test('of listing twenty loans is five calls and sixty documents at most', async () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ loanId: `l${at}`, bookId: `b${at}` }));
    await library.loans(...many);
    await ann('loans');
    const { calls, read } = await spent(() => ann('loans'));
    expect(calls).toBeLessThanOrEqual(5);
    expect(read).toBeLessThanOrEqual(60);
  });

  test('of renewing is twelve calls and fifteen documents at most', async () => {
    await ann('loans');
    const { calls, read } = await spent(async () => expect(told(await ann('renew', renewing()))).toBe('ok'));
    expect(calls).toBeLessThanOrEqual(12);
    expect(read).toBeLessThanOrEqual(15);
  });
});

describe('a loan that somebody changed by hand', () => {
  test.each([
    ['a due day written loosely', { dueOn: '2026/4/2' }, '2026-04-02'],
    ['no due day that anybody can tell', { dueOn: null }, '9999-12-31'],
    ['no title and no authors', { title: null, authors: null }, '2026-03-31'],
  ])('%s: the list of loans still comes', async (_, change, dueOn) => {
    const loan = await library.one('loans', 'loan-1');
    if (loan) await library.put('loans', { ...loan, ...change });
    const { ok, value } = await ann('loans');
    expect({ ok, value }).toMatchObject({ ok: true, value: { loans: [{ loanId: 'loan-1', dueOn }] } });
  });
});

test('two choices at the same moment both hold, ten times', async () => {
  for (let round = 0; round < 10; round += 1) {
    await ann('chooseLoans', { history: false, autoRenewal: false, requestKey: newKey() });
    const choices = [{ history: true }, { autoRenewal: true }];
    await Promise.all(choices.map((choice) => ann('chooseLoans', { ...choice, requestKey: newKey() })));
    const { value } = await ann('loanChoices');
    expect(value).toEqual({ historySince: '2026-03-20', autoRenewal: true });
  }
});
