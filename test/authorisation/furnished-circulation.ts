import { someHold } from '../support/some-loan';
import type { SomeLibrary } from '../support/some-library';
import { cardOwners, cards, type Owner } from './askers';
import { free, thingOf, wanted, type Kind } from './things';

const amounts = { fine: 100, 'billed-fine': 50 } as const;
const somebody = '2021000006';

type CardOwner = (typeof cardOwners)[number];

/** Two books that are away, each with its loan, and a copy of each title. */
const addLoans = async (home: SomeLibrary, owner: CardOwner): Promise<void> => {
  const card = cards[owner];
  const [bookId, barcode] = [thingOf('book', owner), thingOf('copy', owner)];
  await home.book(bookId, { [barcode]: { status: 'on-loan', dueOn: '2026-03-31' } });
  await home.addLoans({ loanId: thingOf('loan', owner), card, barcode, bookId });
  const past = { loanId: thingOf('past-loan', owner), card, returnedOn: '2026-03-10' };
  await home.addLoans({ ...past, barcode: `${barcode}-2`, bookId: `${bookId}-2` });
  await home.put('loan_choices', {
    _id: card,
    historySince: new Date('2026-01-01T04:00:00Z'),
    autoRenewal: false,
  });
};

/** One hold that waits, and one whose copy is on the pickup shelf. */
const addHolds = async (home: SomeLibrary, owner: CardOwner) => {
  const card = cards[owner];
  const ready = { state: 'ready', keptBarcode: `kept-for-${card}`, pickupBy: '2026-03-24' } as const;
  const held = [];
  for (const kind of ['hold', 'ready-hold'] as const) {
    const [holdId, bookId] = [thingOf(kind, owner), `title-${kind}-${card}`];
    const hold = someHold({ holdId, card, ...(kind === 'hold' ? {} : ready) });
    const facts = { card, bookId, barcode: null, branchId: 'main', placedAt: hold.placedAt };
    const told = { title: '边城', authors: ['沈从文'], endedOn: null, end: null };
    await home.book(
      bookId,
      kind === 'hold' ? {} : { [ready.keptBarcode]: { status: 'on-hold-shelf', branchId: 'main' } },
    );
    await home.put('holds', { _id: holdId, ...facts, ...told });
    await home.title({ bookId, holds: [hold] });
    held.push({ holdId, bookId });
  }
  return held;
};

const addFines = async (home: SomeLibrary, owner: CardOwner): Promise<void> => {
  const card = cards[owner];
  const of = { card, bookId: 'book-late', title: '边城', days: 5, fixedOn: '2026-03-10' };
  const owed = { state: 'owed', settledOn: null, reason: null };
  for (const kind of ['fine', 'billed-fine'] as const)
    await home.put('fines', {
      _id: thingOf(kind, owner),
      ...of,
      ...owed,
      loanId: thingOf('past-loan', owner),
      amount: amounts[kind],
    });
  const payment = {
    card,
    openid: `o-${card}`,
    fineIds: [thingOf('billed-fine', owner)],
    amount: amounts['billed-fine'],
    state: 'open',
    startedAt: new Date('2026-03-19T04:00:00Z'),
    paidOn: null,
    receipt: null,
    toGiveBack: 0,
  };
  await home.put('payments', { _id: thingOf('payment', owner), ...payment });
  const paid = { state: 'wrong-amount', paidOn: '2026-03-19', receipt: '41', toGiveBack: 1 };
  await home.put('payments', { _id: thingOf('overpayment', owner), ...payment, ...paid });
};

/** What the payment platform knows of the open payments: each was paid. */
export const paidOrders = cardOwners.map(
  (owner) =>
    [
      thingOf('payment' satisfies Kind, owner),
      { totalFee: amounts['billed-fine'], tradeState: 'SUCCESS' },
    ] as const,
);

const addMessage = (home: SomeLibrary, owner: Owner, to: object): Promise<void> =>
  home.put('messages', {
    _id: thingOf('message', owner),
    openid: null,
    card: null,
    ...to,
    kind: 'title-back',
    details: { bookId: free.bookId, title: '边城' },
    at: new Date('2026-03-19T04:00:00Z'),
    readAt: null,
    cancelledAt: null,
  });

/** Loans, holds, fines, payments and messages, one of each for everybody who owns some; and what nobody owns. */
export const furnishCirculation = async (home: SomeLibrary): Promise<void> => {
  await home.put('settings', { _id: 'payments', merchantId: '1900000109' });
  await home.book(free.bookId, { [free.barcode]: {} });
  await home.title({ bookId: free.bookId, freeCopies: [free.barcode] });
  await home.book(wanted.bookId, { [wanted.barcode]: { status: 'on-loan', dueOn: '2026-03-31' } });
  await home.addLoans({ loanId: 'loan-wanted', card: somebody, ...wanted });
  await addMessage(home, 'visitor', { openid: 'o-visitor' });
  for (const owner of cardOwners) {
    const card = cards[owner];
    await addLoans(home, owner);
    const holds = await addHolds(home, owner);
    await addFines(home, owner);
    await addMessage(home, owner, { card });
    await home.account({
      card,
      openLoans: [
        { loanId: `loan-${card}`, bookId: `book-${card}`, dueOn: '2026-03-31' },
        { loanId: thingOf('loan', owner), bookId: thingOf('book', owner), dueOn: '2026-03-31' },
      ],
      finesOwed: amounts.fine + amounts['billed-fine'],
      holds,
    });
  }
};
