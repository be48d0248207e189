import { finesOwed } from '../../cloudfunctions/circulation/domain/fines/fine';
import { differences, grouped, type Invariant } from './library-documents';

/** What a patron owes is the sum of the fines that are owed. */
export const sumOfFines: Invariant = ({ fines, patron_circulation: accounts }) => {
  const byCard = grouped(fines, ({ card }) => card);
  const told = new Map(accounts.map(({ _id, finesOwed: owed }) => [_id, owed ?? 0]));
  return [...new Set([...told.keys(), ...byCard.keys()])].flatMap((card) => {
    const [says, is] = [told.get(card) ?? 0, finesOwed(byCard.get(card) ?? [])];
    return says === is
      ? []
      : [{ at: `patron_circulation/${card}`, what: `says ${says} fen, owed are ${is}` }];
  });
};

/** A payment that was made has a receipt and left none of its fines owed. */
export const paidIsSettled: Invariant = ({ payments, fines }) => {
  const owed = new Set(fines.filter(({ state }) => state === 'owed').map(({ _id }) => _id));
  return payments.flatMap(({ _id, state, receipt, fineIds }) =>
    state === 'paid' && (receipt === null || fineIds.some((fineId) => owed.has(fineId)))
      ? [{ at: `payments/${_id}`, what: 'is paid, and its fines are not' }]
      : [],
  );
};

/** No fine can be paid twice: it is in one order at most that may still be paid. */
export const fineIsOrderedOnce: Invariant = ({ payments }) => {
  const open = payments.filter(({ state }) => state === 'open');
  const orders = open.flatMap(({ _id, fineIds }) => fineIds.map((fineId) => ({ _id, fineId })));
  return [...grouped(orders, ({ fineId }) => fineId)].flatMap(([fineId, { length }]) =>
    length > 1 ? [{ at: `fines/${fineId}`, what: `is in ${length} open payments` }] : [],
  );
};

/** A patron's account tells of just the payments that are open. */
export const patronKnowsPayments: Invariant = ({ payments, patron_circulation: accounts }) => {
  const open = grouped(
    payments.filter(({ state }) => state === 'open'),
    ({ card }) => card,
  );
  const told = new Map(accounts.map(({ _id, openPayments }) => [_id, openPayments ?? []]));
  return [...new Set([...told.keys(), ...open.keys()])].flatMap((card) =>
    differences(
      `patron_circulation/${card}`,
      (told.get(card) ?? []).map(({ paymentId, amount }) => `payments/${paymentId} of ${amount} fen`),
      (open.get(card) ?? []).map(({ _id, amount }) => `payments/${_id} of ${amount} fen`),
    ),
  );
};

/** One WeChat has one card, and says so; a card that is bound is a patron's. */
export const bindingIsOne: Invariant = ({ card_bindings: bindings, wechat_accounts: accounts, patrons }) => {
  const cardOf = new Map(accounts.map(({ _id, card }) => [_id, card ?? null]));
  const known = new Set(patrons.map(({ _id }) => _id));
  return [
    ...[...grouped(bindings, ({ openid }) => openid)].flatMap(([openid, cards]) =>
      cards.length > 1 ? [{ at: `wechat_accounts/${openid}`, what: `has ${cards.length} cards` }] : [],
    ),
    ...bindings.flatMap(({ _id, openid }) =>
      cardOf.get(openid) === _id
        ? []
        : [{ at: `card_bindings/${_id}`, what: 'is bound to a WeChat that has it not' }],
    ),
    ...bindings.flatMap(({ _id }) =>
      known.has(_id) ? [] : [{ at: `card_bindings/${_id}`, what: 'is no patron' }],
    ),
  ];
};
