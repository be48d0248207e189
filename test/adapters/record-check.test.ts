import { cloudRecordCheck } from '../../cloudfunctions/circulation/adapters/cloud-record-check';
import { recordCheckJob, recordJobs } from '../../cloudfunctions/circulation/jobs';
import { checkedRecords } from '../../cloudfunctions/circulation/ports/record-check';
import { cloudFaults } from '../../cloudfunctions/kernel/wechat/cloud-faults';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { someHold, someLoan } from '../support/some-loan';

jest.setTimeout(120_000);
let library: SomeLibrary;
beforeAll(async () => {
  library = await openSomeLibrary();
  await library.put('jobs', { _id: recordCheckJob, leasedUntil: 0 });
});
afterAll(() => library.close());

/** A run for each collection. */
const listed = async (runs: number = checkedRecords.length): Promise<readonly string[]> => {
  const { database, now } = library;
  const [job] = recordJobs({
    check: cloudRecordCheck(database, recordCheckJob),
    faults: cloudFaults(database, now),
  });
  for (let run = 0; run < runs; run += 1) await job?.run();
  return (await library.all('faults')).map(
    ({ _id, field, code }) => `${_id} ${String(field)} ${String(code)}`,
  );
};

const { loanId: _loanId, ...loan } = someLoan();
const { holdId: _holdId, ...queued } = someHold();
const hold = { card: 'card-1', bookId: 'b', title: '边城', authors: [], branchId: 'main' };
const fine = { card: 'card-1', loanId: 'l', bookId: 'b', title: '边城', amount: 30, days: 3, state: 'owed' };
const sound = {
  loans: { ...loan, history: [{ at: queued.placedAt, kind: 'borrowed', from: null, to: loan.dueOn }] },
  holds: { ...hold, placedAt: queued.placedAt, endedOn: null, end: null, barcode: null },
  fines: { ...fine, fixedOn: '2026-03-01', settledOn: null, reason: null },
  title_circulation: { sequence: 1, holds: [{ ...queued, holdId: 'h' }], loans: [], freeCopies: ['c'] },
  loan_choices: { historySince: null, autoRenewal: false, doneRequests: [] },
  patron_circulation: { sequence: 1, openLoans: [], finesOwed: 30, holds: [], watches: [] },
} as const;
type Name = keyof typeof sound;

test.each<readonly [Name, object, string]>([
  ['loans', { dueOn: 'soon' }, 'dueOn not-a-day'],
  ['loans', { dueOn: '2026/4/1' }, 'dueOn loosely-written'],
  ['loans', { card: '' }, 'card missing'],
  ['loans', { returnedOn: 'yes' }, 'returnedOn not-a-day'],
  ['loans', { renewals: 'two' }, 'renewals not-a-whole-number'],
  ['loans', { finesFixed: -1 }, 'finesFixed out-of-range'],
  ['loans', { recalled: 'yes' }, 'recalled unknown-value'],
  ['loans', { history: 'none' }, 'history not-a-list'],
  ['loans', { history: [{ kind: 'lost' }] }, 'history[0].at missing'],
  ['holds', { placedAt: 'once' }, 'placedAt not-an-instant'],
  ['holds', { end: 'gone' }, 'end unknown-value'],
  ['fines', { amount: '30' }, 'amount not-a-whole-number'],
  ['loan_choices', { historySince: 'x' }, 'historySince not-an-instant'],
  ['loan_choices', { autoRenewal: 'yes' }, 'autoRenewal unknown-value'],
  ['title_circulation', { holds: 'none' }, 'holds not-a-list'],
  ['patron_circulation', { finesOwed: null }, 'finesOwed missing'],
])('%s with %j: staff are told, until it is mended', async (name, change, fault) => {
  await library.put(name, { _id: 'some-1', ...sound[name] });
  expect(await listed()).toEqual([]);
  await library.put(name, { _id: 'some-1', ...sound[name], ...change });
  expect(await listed()).toEqual([`${name}/some-1 ${fault}`]);
  await library.put(name, { _id: 'some-1', ...sound[name] });
  expect(await listed()).toEqual([]);
});

test('one that was removed leaves the list, and a loan that was returned needs no card', async () => {
  await library.put('holds', { _id: 'some-2', ...sound.holds, title: 5 });
  await library.put('loans', { _id: 'some-2', ...sound.loans, card: '', returnedOn: '2026-03-02' });
  expect(await listed()).toEqual(['holds/some-2 title not-text']);
  await library.database.collection('holds').doc('some-2').remove();
  expect(await listed()).toEqual([]);
});

test('what is on the list is looked at again long before the walk comes to it', async () => {
  const check = cloudRecordCheck(library.database, recordCheckJob);
  await library.put('fines', { _id: 'some-3', ...sound.fines, amount: 0 });
  await listed();
  await library.put('fines', { _id: 'some-3', ...sound.fines });
  await check.keepProgress({ turn: 0, after: { fines: 'some-9' } });
  expect(await listed(1)).toEqual([]);
});

test('an idle run makes few calls', async () => {
  const before = library.requests.length;
  await listed();
  expect((library.requests.length - before) / checkedRecords.length).toBeLessThanOrEqual(11);
});
