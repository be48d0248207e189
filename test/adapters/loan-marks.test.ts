import { told } from '../support/serving';
import { someDesk } from '../support/some-desk';

// The handlers of the deployed function, through the real SDK.
jest.setTimeout(120_000);
const atDesk = someDesk();
const { desk, by, newKey, lend } = atDesk;
let { library, copyA } = atDesk;
beforeEach(() => {
  ({ library, copyA } = atDesk);
});

const mark = (kind: string, isOn: boolean) =>
  desk('markLoan', { barcode: copyA, mark: kind, isOn, reason: '读者来电', requestKey: newKey() });

const look = () => desk('loanAtDesk', { barcode: copyA, reason: '读者来电' });

describe('marking a loan', () => {
  test.each([
    ['recalled', 'recalled'],
    ['reported-lost', 'reportedLost'],
    ['claimed-returned', 'claimedReturned'],
  ])('as %s keeps it from being renewed until it is taken back', async (kind, field) => {
    await lend('card-1');
    const first = await mark(kind, true);
    expect(first).toEqual(await look());
    expect(first).toMatchObject({
      value: { title: '边城', maskedCard: '••••d-1', dueOn: '2026-04-19', marks: [kind] },
    });
    const [loan] = await library.all('loans', { barcode: copyA });
    expect(loan).toMatchObject({ [field]: true });
    expect(await library.all('audit', { action: 'circulation.markLoan', target: loan?._id })).toMatchObject([
      { reason: '读者来电' },
    ]);
    const asked = () => ({ loanId: loan?._id, seenDueOn: '2026-04-19', requestKey: newKey() });
    expect(told(await by('card-1')('renew', asked()))).toBe(kind);
    expect(await mark(kind, false)).toMatchObject({ value: { marks: [] } });
    expect(told(await by('card-1')('renew', asked()))).toBe('ok');
    expect((await library.all('loans', { barcode: copyA }))[0]).toMatchObject({
      history: [{ kind: 'borrowed' }, { kind }, {}, { kind: 'renewed' }],
    });
  });

  test('a recall is told to the patron; nothing is marked that is not on loan', async () => {
    expect(told(await mark('recalled', true))).toBe('not-on-loan');
    await lend('card-1');
    await mark('recalled', true);
    expect(
      await library.all('messages', { kind: 'recalled', 'details.title': '边城', card: 'card-1' }),
    ).not.toEqual([]);
  });

  test('a recall after a withdrawn one is told as another, and leaves what was read of the first', async () => {
    await lend('card-1');
    const [loan] = await library.all('loans', { barcode: copyA });
    const own = { kind: 'recalled', 'details.loanId': loan?._id };
    await mark('recalled', true);
    await mark('recalled', true);
    const [first, ...others] = await library.all('messages', own);
    expect(others).toEqual([]);
    await library.put('wechat_accounts', { _id: 'o-card-1', card: 'card-1' });
    await by('card-1')('markMessagesRead', { messageIds: [first?._id], requestKey: newKey() });
    const read = await library.one('messages', first?._id ?? '');
    expect(read?.['readAt']).not.toBeNull();
    await mark('recalled', false);
    await mark('recalled', true);
    const both = await library.all('messages', own);
    expect(both).toHaveLength(2);
    expect(both).toContainEqual(read);
    expect(both).toContainEqual(expect.objectContaining({ readAt: null }));
  });

  test('who looked at a loan, and why, is noted for its patron to see', async () => {
    expect(told(await look())).toBe('not-on-loan');
    await lend('card-1');
    expect(await look()).toMatchObject({ value: { title: '边城', borrowedOn: '2026-03-20', marks: [] } });
    const [loan] = await library.all('loans', { barcode: copyA });
    const lines = await library.all('audit', { action: 'circulation.loanAtDesk', target: loan?._id });
    expect(lines).toMatchObject([{ actor: { openid: 'o-desk' }, reason: '读者来电' }]);
  });

  test.each<readonly [string, () => Promise<unknown>, string]>([
    ['moved to another book', () => library.put('copies', { _id: copyA, bookId: 'another' }), 'ok'],
    [
      'removed',
      async () => {
        await library.database.collection('copies').doc(copyA).remove();
      },
      'ok',
    ],
    ['never there', async () => (copyA = 'nothing'), 'no-such-copy'],
  ])('a copy that was %s is looked up and marked by its loan', async (_how, edit, outcome) => {
    await lend('card-1');
    await edit();
    expect(told(await look())).toBe(outcome);
    expect(told(await mark('reported-lost', true))).toBe(outcome);
  });
});
