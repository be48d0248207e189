import {
  fineIsOrderedOnce,
  paidIsSettled,
  patronKnowsPayments,
  sumOfFines,
} from '../../database/check-library/account-invariants';
import type { LibraryDocuments } from '../../database/check-library/library-documents';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { somePlatform } from '../support/some-platform';
import { told, type SomeReply } from '../support/serving';

// A function killed at any of its database calls: money has been counted whole or not at all, and asked again, once.
jest.setTimeout(600_000);
const platform = somePlatform();
let library: SomeLibrary;
beforeAll(async () => {
  library = await openSomeLibrary(platform.pay);
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
  await library.put('settings', { _id: 'payments', merchantId: '1900000109' });
});
afterAll(() => library.close());

/** A patron of its own for each try: what a killed function had begun keeps its documents locked for a while. */
type Debtor = { readonly card: string; readonly fineIds: readonly string[] };
type Ask = () => Promise<SomeReply>;

const debtor = async (id: string): Promise<Debtor> => {
  const card = `card-${id}`;
  const fineIds = [`${id}-1`, `${id}-2`];
  await library.patron(card);
  await library.account({ card, finesOwed: 350 });
  const fine = { card, loanId: 'l', bookId: 'b', title: '边城', days: 3, fixedOn: '2026-03-01' };
  const owed = { ...fine, state: 'owed', settledOn: null, reason: null };
  for (const [place, _id] of fineIds.entries())
    await library.put('fines', { _id, ...owed, amount: place === 0 ? 300 : 50 });
  return { card, fineIds };
};
const starting = ({ card, fineIds }: Debtor): Ask => {
  const asked = { fineIds, requestKey: `start-${card}` };
  return () => library.as(`o-${card}`)('startPayment', asked);
};
/** An order that its patron has paid at the platform. */
const paid = async (who: Debtor): Promise<string> => {
  const reply = await starting(who)();
  const { paymentId } = reply.value as { paymentId: string };
  platform.orders.set(paymentId, { totalFee: 350, tradeState: 'SUCCESS' });
  return paymentId;
};

const collections = ['fines', 'payments', 'patron_circulation'] as const;
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      [...collections, 'audit'].map(async (name) => [name, await library.all(name)] as const),
    ),
  );
const broken = async () => {
  const documents = (await everything()) as unknown as LibraryDocuments;
  return [sumOfFines, paidIsSettled, fineIsOrderedOnce, patronKnowsPayments].flatMap((rule) =>
    rule(documents),
  );
};

test.each<readonly [string, 'request' | 'reply', (who: Debtor) => Promise<Ask>]>(
  (['request', 'reply'] as const).flatMap((lost) => [
    ['startPayment', lost, (who: Debtor) => Promise.resolve(starting(who))] as const,
    [
      'payment',
      lost,
      async (who: Debtor) => {
        const paymentId = await paid(who);
        return () => library.as(`o-${who.card}`)('payment', { paymentId });
      },
    ] as const,
    [
      'paymentNotice',
      lost,
      async (who: Debtor) => {
        const paymentId = await paid(who);
        return () => library.from({ kind: 'payment-platform', openid: '' })('paymentNotice', { paymentId });
      },
    ] as const,
    [
      'settleFine',
      lost,
      ({ fineIds: [fineId = ''] }: Debtor) => {
        const asked = { fineId, how: 'waived', reason: '住院', requestKey: `settle-${fineId}` };
        return Promise.resolve(() => library.as('o-desk')('settleFine', asked));
      },
    ] as const,
    [
      'giveBack',
      lost,
      async ({ card, fineIds }: Debtor) => {
        const paymentId = `wrong-${card}`;
        const wrong = { state: 'wrong-amount', amount: 350, receipt: '42', toGiveBack: 5 };
        await library.put('payments', { _id: paymentId, card, fineIds, ...wrong });
        const asked = { paymentId, reason: '退现金', requestKey: `give-back-${paymentId}` };
        return () => library.as('o-desk')('giveBack', asked);
      },
    ] as const,
  ]),
)('%s, the last %s lost', async (action, lost, prepare) => {
  let isWhole = false;
  let calls = 0;
  let doneUnheard = 0;
  for (; !isWhole; calls += 1) {
    const who = await debtor(`${action}-${lost}-${calls}`);
    const ask = await prepare(who);
    const before = JSON.stringify(await everything());
    library.cutOffAfter(calls, lost);
    isWhole = told(await ask()) === 'ok';
    library.cutOffAfter(null);
    expect(await broken()).toEqual([]);
    const after = JSON.stringify(await everything());
    // Where only the reply was lost it may have been done; whether whole, the invariants and the sum have told.
    const isDone = after !== before;
    const expected: readonly boolean[] = lost === 'request' ? [isWhole] : [isWhole, true];
    expect(expected).toContain(isDone);
    if (isWhole || isDone) await ask();
    // Asked again, what was done is done once.
    expect(isWhole || isDone ? JSON.stringify(await everything()) : before).toBe(isDone ? after : before);
    doneUnheard += Number(isDone && !isWhole);
  }
  // The reply to the commit was lost at least once.
  expect(doneUnheard > 0).toBe(lost === 'reply');
  expect(calls).toBeGreaterThan(6);
});
