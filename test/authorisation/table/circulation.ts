import type { circulation } from '../../../cloudfunctions/circulation/contract';
import { cards, links, type Asker } from '../askers';
import { free, wanted } from '../things';
import {
  anyone,
  librarians,
  others,
  patrons,
  paymentPlatform,
  requestKey,
  standing,
  thingFor,
  wechatThingFor,
  type Row,
} from './rows';

const seenDueOn = '2026-03-31';
const reason = '读者来电';
/** The family asks for its linked card. */
const linked = (asker: Asker, right: 'see' | 'renew') =>
  asker === 'family member' ? { familyLinkId: links[right] } : {};
const seeing = (asker: Asker) => linked(asker, 'see');
const copyOfPatron = thingFor('copy', 'librarian');

type Reasons = readonly { readonly code: string }[];
const firstOf = ([first]: Reasons): string | null => first?.code ?? null;
type Renewal = { readonly granted: boolean; readonly reasons?: Reasons };

/** Who may do what with loans, holds and fines. */
export const circulationRows: Readonly<Record<`circulation.${keyof typeof circulation}`, Row>> = {
  'circulation.loans': { cells: patrons, family: 'see', input: seeing, lists: true },
  'circulation.renew': {
    cells: { ...patrons, ...standing, 'another patron': 'refused: no-such-loan' },
    family: 'renew',
    input: (asker) => ({
      loanId: thingFor('loan', asker),
      seenDueOn,
      requestKey,
      ...linked(asker, 'renew'),
    }),
  },
  'circulation.renewMany': {
    cells: { ...patrons, ...standing, 'another patron': 'refused: no-such-loan' },
    family: 'renew',
    input: (asker) => ({
      loans: [{ loanId: thingFor('loan', asker), seenDueOn }],
      requestKey,
      ...linked(asker, 'renew'),
    }),
    refusedWithin: ({ results }: { readonly results: readonly { readonly renewal: Renewal }[] }) =>
      firstOf(results[0]?.renewal.reasons ?? []),
  },
  'circulation.holds': { cells: patrons, family: 'see', input: seeing, lists: true },
  'circulation.holdOffer': {
    cells: { ...patrons, ...standing },
    input: () => ({ bookId: wanted.bookId }),
    refusedWithin: ({ reasons }: { readonly reasons: Reasons }) => firstOf(reasons),
  },
  'circulation.placeHold': {
    cells: { ...patrons, ...standing },
    input: () => ({ bookId: wanted.bookId, branchId: 'main', requestKey }),
  },
  'circulation.cancelHold': {
    cells: { ...patrons, ...others('no-such-hold') },
    input: (asker) => ({ holdId: thingFor('ready-hold', asker), requestKey }),
  },
  'circulation.suspendHold': {
    cells: { ...patrons, ...others('no-such-hold') },
    input: (asker) => ({ holdId: thingFor('hold', asker), until: '2026-03-25', requestKey }),
  },
  'circulation.watch': {
    cells: patrons,
    input: () => ({ bookId: wanted.bookId, isOn: true, requestKey }),
  },
  'circulation.checkOut': {
    cells: librarians,
    input: () => ({ card: cards.patron, barcode: free.barcode, requestKey }),
  },
  'circulation.checkIn': {
    cells: librarians,
    input: () => ({ barcode: copyOfPatron, branchId: 'main', requestKey }),
  },
  'circulation.loanAtDesk': { cells: librarians, input: () => ({ barcode: copyOfPatron, reason }) },
  'circulation.markLoan': {
    cells: librarians,
    input: () => ({ barcode: copyOfPatron, mark: 'recalled', isOn: true, reason, requestKey }),
  },
  'circulation.pickList': { cells: librarians, input: () => ({ branchId: 'main' }) },
  'circulation.pickupShelf': { cells: librarians, input: () => ({ branchId: 'main' }) },
  'circulation.fines': { cells: patrons, family: 'see', input: seeing, lists: true },
  'circulation.startPayment': {
    cells: { ...patrons, ...others('no-such-fine') },
    input: (asker) => ({ fineIds: [thingFor('fine', asker)], requestKey }),
  },
  'circulation.payment': {
    cells: { ...patrons, ...others('no-such-payment') },
    input: (asker) => ({ paymentId: thingFor('payment', asker) }),
  },
  'circulation.paymentNotice': {
    cells: paymentPlatform,
    input: (asker) => ({ paymentId: thingFor('payment', asker) }),
  },
  'circulation.finesAtDesk': { cells: librarians, input: () => ({ card: cards.patron, reason }) },
  'circulation.settleFine': {
    cells: librarians,
    input: (asker) => ({ fineId: thingFor('fine', asker), how: 'paid', reason, requestKey }),
  },
  'circulation.giveBack': {
    cells: librarians,
    input: (asker) => ({ paymentId: thingFor('overpayment', asker), reason, requestKey }),
  },
  'circulation.messages': { cells: anyone, lists: true },
  'circulation.markMessagesRead': {
    cells: {
      ...anyone,
      'another patron': 'ignored',
      'family member': 'ignored',
      librarian: 'ignored',
      admin: 'ignored',
    },
    input: (asker) => ({ messageIds: [wechatThingFor('message', asker)], requestKey }),
  },
  'circulation.loanChoices': { cells: patrons },
  'circulation.chooseLoans': {
    cells: patrons,
    input: () => ({ history: false, autoRenewal: true, requestKey }),
  },
  'circulation.loanHistory': {
    cells: { ...patrons, ...others('history-off') },
    input: () => ({}),
    lists: true,
  },
  'circulation.exportHistory': {
    cells: { ...patrons, ...others('history-off') },
    input: () => ({ columns: ['题名', '作者', '借出', '归还', '续借', '条码'] }),
    lists: true,
  },
};
