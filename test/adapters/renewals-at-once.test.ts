import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { told } from '../support/serving';

// Many at the same moment, through the real SDK; each case often, since it is a matter of luck who is first.
jest.setTimeout(600_000);
const repeats = 50;
let library: SomeLibrary;
beforeAll(async () => {
  library = await openSomeLibrary();
  await library.patron('card-1');
});
afterAll(() => library.close());

const ann = (action: string, input: object) => library.as('o-card-1')(action, input);
const renewing = (requestKey: string) => ({ loanId: 'loan-1', seenDueOn: '2026-03-31', requestKey });
const stored = async () => ({
  loan: await library.one('loans', 'loan-1'),
  title: await library.one('title_circulation', 'book-1'),
  account: await library.one('patron_circulation', 'card-1'),
  lines: (await library.all('audit', { target: 'loan-1' })).length,
});

test(`twenty renewals of one loan at once are one, ${repeats} times`, async () => {
  for (let round = 0; round < repeats; round += 1) {
    await library.loans({});
    const linesBefore = (await stored()).lines;
    const asked = Array.from({ length: 20 }, (_, at) => ann('renew', renewing(`round-${round}-${at}`)));
    const replies = (await Promise.all(asked)).map(told);
    expect(replies.filter((code) => code === 'ok')).toHaveLength(1);
    expect(replies.filter((code) => code === 'changed')).toHaveLength(19);
    const { loan, title, account, lines } = await stored();
    expect(loan).toMatchObject({ renewals: 1, dueOn: '2026-04-30', history: [{ kind: 'renewed' }] });
    expect(loan?.['history']).toHaveLength(1);
    expect([title?.['sequence'], account?.['sequence'], lines - linesBefore]).toEqual([1, 1, 1]);
  }
});

test(`one request sent twice at once is answered alike and done once, ${repeats} times`, async () => {
  for (let round = 0; round < repeats; round += 1) {
    await library.loans({});
    const twice = await Promise.all([0, 1].map(() => ann('renew', renewing(`twice-at-once-${round}`))));
    expect(twice[0]).toEqual(twice[1]);
    expect(twice.map(told)).toEqual(['ok', 'ok']);
    expect((await stored()).loan).toMatchObject({ renewals: 1 });
  }
});

test('a renewal that is cut off anywhere has either happened whole or not at all', async () => {
  let callsOfOne = 0;
  for (let calls = 0; callsOfOne === 0; calls += 1) {
    await library.patron(`card-cut-${calls}`);
    const ids = { loanId: `cut-${calls}`, bookId: `cut-${calls}`, card: `card-cut-${calls}` };
    await library.addLoans(ids);
    const asked = { loanId: ids.loanId, seenDueOn: '2026-03-31', requestKey: `cut-off-${calls}` };
    library.cutOffAfter(calls);
    const reply = told(await library.as(`o-${ids.card}`)('renew', asked));
    library.cutOffAfter(null);
    const loan = await library.one('loans', ids.loanId);
    const [title, account, lines] = [
      await library.one('title_circulation', ids.bookId),
      await library.one('patron_circulation', ids.card),
      await library.all('audit', { target: ids.loanId }),
    ];
    const isDone = loan?.['renewals'] === 1;
    const sequence = isDone ? 1 : 0;
    expect([title?.['sequence'], account?.['sequence'], lines.length]).toEqual([
      sequence,
      sequence,
      sequence,
    ]);
    if (reply === 'ok') callsOfOne = calls;
  }
  // Every point of a renewal was cut: to know who asks, to begin, five reads, four writes, and the end.
  expect(callsOfOne).toBe(12);
});
