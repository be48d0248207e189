import type { DocumentFault } from '../../../kernel/document-fault';
import { readWritten, type Written } from '../../../kernel/written-fields';
import { paymentStates, type Payment } from './payment';

/** What a payment asks staff to do: to give money back. */
export const giveBackFaults = ({
  paymentId,
  state,
  toGiveBack,
}: Pick<Payment, 'paymentId' | 'state' | 'toGiveBack'>): readonly DocumentFault[] => {
  if (toGiveBack <= 0) return [];
  const code = state === 'wrong-amount' ? 'wrong-amount' : 'to-give-back';
  return [{ _id: `payments/${paymentId}`, field: 'toGiveBack', code }];
};

/** What is wrong in a document of `payments`, or to be done about it. */
export const paymentFaults = (paymentId: string, document: Written): readonly DocumentFault[] => {
  const written = readWritten('payments', paymentId, document);
  const state = written.oneOf('state', paymentStates) ?? 'open';
  written.whole('amount');
  const toGiveBack = written.whole('toGiveBack') ?? 0;
  return [...written.faults, ...giveBackFaults({ paymentId, state, toGiveBack })];
};
