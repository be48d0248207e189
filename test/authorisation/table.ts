import type { ActionName } from '../../cloudfunctions/api';
import type { FamilyRight, FaultCode } from '../../cloudfunctions/kernel/contract';
import { cards, links, type Asker } from './askers';

/**
 * Who may do what. A cell says how the asker is answered: `allowed` (the action did it or said itself why not), the
 * fault that kept the asker out, or the very refusal. To add an action, add its row: the kind of person it is for, and
 * what differs from that; README.md beside this file tells more.
 */
export type Cell = 'allowed' | FaultCode | `refused: ${string}`;
export type Cells = Readonly<Record<Asker, Cell>>;

export type Row = {
  readonly cells: Cells;
  /** What family links let the other card do by this action. */
  readonly family?: FamilyRight;
  /** It takes from the askers what others need: it gets a world of its own. */
  readonly endsSomething?: true;
  /** What each asks for; without it something that the contract takes. */
  readonly input?: (asker: Asker) => object;
};

const machines = { timer: 'forbidden', 'payment platform': 'forbidden' } as const;

const anyone: Cells = {
  visitor: 'allowed',
  patron: 'allowed',
  'another patron': 'allowed',
  'family member': 'allowed',
  suspended: 'allowed',
  expired: 'allowed',
  librarian: 'allowed',
  admin: 'allowed',
  ...machines,
};
/** Staff whose own card is not bound are no patrons. */
const patrons: Cells = { ...anyone, visitor: 'not-bound', librarian: 'not-bound', admin: 'not-bound' };
const nobody: Cells = {
  visitor: 'forbidden',
  patron: 'forbidden',
  'another patron': 'forbidden',
  'family member': 'forbidden',
  suspended: 'forbidden',
  expired: 'forbidden',
  librarian: 'forbidden',
  admin: 'forbidden',
  ...machines,
};
const librarians: Cells = { ...nobody, librarian: 'allowed', admin: 'allowed' };
const admins: Cells = { ...nobody, admin: 'allowed' };
const paymentPlatform: Cells = { ...nobody, 'payment platform': 'allowed' };
const timer: Cells = { ...nobody, timer: 'allowed' };

const requestKey = 'request-1';
/** The loan of the asker's own; another patron and the family ask for that of `patron`. */
const loanOf = (asker: Asker): string =>
  asker === 'suspended' || asker === 'expired' ? `loan-${cards[asker]}` : `loan-${cards.patron}`;
const seenDueOn = '2026-03-31';
/** The family asks for its linked card. */
const linked = (asker: Asker, right: FamilyRight) =>
  asker === 'family member' ? { familyLinkId: links[right] } : {};

const standing = {
  suspended: 'refused: membership-suspended',
  expired: 'refused: membership-expired',
} as const;

export const table: Readonly<Record<ActionName | 'scheduler.run', Row>> = {
  'catalog.search': { cells: anyone },
  'catalog.suggest': { cells: anyone },
  'catalog.book': { cells: anyone },
  'catalog.newArrivals': { cells: anyone },
  'catalog.hotSearches': { cells: anyone },
  'library.today': { cells: anyone },
  'scheduler.run': { cells: timer },

  'membership.session': { cells: anyone },
  'membership.bindCard': { cells: anyone },
  'membership.unbindCard': {
    cells: patrons,
    endsSomething: true,
    input: () => ({ requestKey: 'request-3' }),
  },
  'membership.issueDeskCode': { cells: librarians },
  'membership.bindByDeskCode': { cells: anyone },
  'membership.becomeStaff': { cells: anyone },
  'membership.staffMembers': { cells: admins },
  'membership.inviteStaff': { cells: admins },
  'membership.removeStaff': { cells: admins },
  'membership.familyLinks': { cells: patrons },
  'membership.inviteFamily': { cells: patrons },
  'membership.familyInvitation': { cells: patrons },
  'membership.acceptFamily': { cells: patrons },
  'membership.endFamily': {
    cells: {
      ...patrons,
      'another patron': 'refused: no-such-link',
      suspended: 'refused: no-such-link',
      expired: 'refused: no-such-link',
    },
    endsSomething: true,
    input: () => ({ linkId: links.see, requestKey: 'request-4' }),
  },
  'membership.onlineCategories': { cells: anyone },
  'membership.application': { cells: anyone },
  'membership.uploadProof': {
    cells: anyone,
    input: (asker) => ({
      proofId: `proof-${asker.replace(' ', '-')}`,
      part: 0,
      parts: 1,
      content: '/9j/4A==',
    }),
  },
  'membership.proofLink': { cells: anyone },
  'membership.apply': { cells: anyone },
  'membership.correctApplication': { cells: anyone },
  'membership.withdrawApplication': { cells: anyone },
  'membership.applications': { cells: librarians },
  'membership.reviewApplication': { cells: librarians },
  'membership.reviewProof': { cells: librarians },
  'membership.decideApplication': { cells: librarians },
  'membership.digitalCard': { cells: patrons },
  'membership.readCardCode': { cells: librarians },
  'membership.membership': { cells: patrons },
  'membership.prolongMembership': { cells: patrons },
  'membership.consents': { cells: anyone },
  'membership.setConsent': { cells: anyone },
  'membership.keptData': { cells: anyone },
  'membership.accessLog': { cells: anyone },
  'membership.exportData': { cells: anyone },
  'membership.deleteData': { cells: anyone, endsSomething: true },

  'circulation.loans': { cells: patrons, family: 'see', input: (asker) => linked(asker, 'see') },
  'circulation.renew': {
    cells: { ...patrons, ...standing, 'another patron': 'refused: no-such-loan' },
    family: 'renew',
    input: (asker) => ({ loanId: loanOf(asker), seenDueOn, requestKey, ...linked(asker, 'renew') }),
  },
  'circulation.renewMany': {
    cells: patrons,
    family: 'renew',
    input: (asker) => ({
      loans: [{ loanId: loanOf(asker), seenDueOn }],
      requestKey: 'request-2',
      ...linked(asker, 'renew'),
    }),
  },
  'circulation.holds': { cells: patrons, family: 'see', input: (asker) => linked(asker, 'see') },
  'circulation.holdOffer': { cells: patrons },
  'circulation.placeHold': { cells: patrons },
  'circulation.cancelHold': { cells: patrons },
  'circulation.suspendHold': { cells: patrons },
  'circulation.watch': { cells: patrons },
  'circulation.checkOut': { cells: librarians },
  'circulation.checkIn': { cells: librarians },
  'circulation.loanAtDesk': { cells: librarians },
  'circulation.markLoan': { cells: librarians },
  'circulation.pickList': { cells: librarians },
  'circulation.pickupShelf': { cells: librarians },
  'circulation.fines': { cells: patrons, family: 'see', input: (asker) => linked(asker, 'see') },
  'circulation.startPayment': { cells: patrons },
  'circulation.payment': { cells: patrons },
  'circulation.paymentNotice': { cells: paymentPlatform },
  'circulation.finesAtDesk': { cells: librarians },
  'circulation.settleFine': { cells: librarians },
  'circulation.messages': { cells: anyone },
  'circulation.markMessagesRead': { cells: anyone },
  'circulation.loanChoices': { cells: patrons },
  'circulation.chooseLoans': { cells: patrons },
  'circulation.loanHistory': { cells: patrons },
  'circulation.exportHistory': { cells: patrons },
};
