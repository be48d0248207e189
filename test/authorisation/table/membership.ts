import { staffIdOf } from '../../../cloudfunctions/membership/adapters/code-seals';
import type { membership } from '../../../cloudfunctions/membership/contract';
import { links, phones } from '../askers';
import { codes, unbound } from '../things';
import { admins, anyone, librarians, others, patrons, requestKey, type Cells, type Row } from './rows';
import { applicationRows } from './applications';

const reason = '忘了密码';

/** A WeChat that has a card binds no other. */
const withoutCard: Cells = {
  ...anyone,
  ...others('other-card-bound'),
  patron: 'refused: other-card-bound',
  suspended: 'refused: other-card-bound',
  expired: 'refused: other-card-bound',
};
/** An application of the librarian's own was approved, and nobody has its card; the others' wait for staff. */
const onlyTheGranted: Cells = {
  ...anyone,
  ...others('no-membership'),
  visitor: 'refused: no-membership',
  patron: 'refused: no-membership',
  suspended: 'refused: no-membership',
  expired: 'refused: no-membership',
  admin: 'refused: no-membership',
};
const noSuchLink = {
  'another patron': 'refused: no-such-link',
  suspended: 'refused: no-such-link',
  expired: 'refused: no-such-link',
} as const;

/** Who may do what with cards, staff and families. */
export const membershipRows: Readonly<Record<`membership.${keyof typeof membership}`, Row>> = {
  ...applicationRows,
  'membership.session': { cells: anyone },
  'membership.bindCard': {
    cells: withoutCard,
    input: () => ({ ...unbound, newPin: 'Second-pin-83', requestKey }),
  },
  'membership.bindOwnMembership': {
    cells: onlyTheGranted,
    input: () => ({ requestKey }),
  },
  'membership.unbindCard': { cells: patrons, input: () => ({ requestKey }) },
  'membership.issueDeskCode': {
    cells: librarians,
    input: () => ({ card: unbound.cardNumber, reason, requestKey }),
  },
  'membership.bindByDeskCode': {
    cells: withoutCard,
    input: (_, sealed) => ({ code: sealed.desk, requestKey }),
  },
  'membership.becomeStaff': {
    cells: anyone,
    input: () => ({ code: codes.staff, name: '周馆员', requestKey }),
  },
  'membership.staffMembers': { cells: admins },
  'membership.inviteStaff': { cells: admins, input: () => ({ role: 'librarian', requestKey }) },
  'membership.removeStaff': {
    cells: admins,
    input: () => ({ staffId: staffIdOf(phones.librarian), reason: '离职', requestKey }),
  },
  'membership.familyLinks': { cells: patrons },
  'membership.inviteFamily': {
    cells: patrons,
    input: () => ({ whose: 'mine', right: 'see', endsOn: '2026-12-31', requestKey }),
  },
  'membership.familyInvitation': { cells: patrons, input: () => ({ code: codes.family }) },
  'membership.acceptFamily': { cells: patrons, input: () => ({ code: codes.family, requestKey }) },
  'membership.endFamily': {
    cells: { ...patrons, ...noSuchLink },
    input: () => ({ linkId: links.see, requestKey }),
  },
  'membership.digitalCard': { cells: patrons },
  'membership.readCardCode': { cells: librarians, input: (_, sealed) => ({ text: sealed.card }) },
  'membership.membership': { cells: patrons },
  'membership.prolongMembership': {
    cells: { ...patrons, suspended: 'refused: membership-suspended' },
    input: () => ({ requestKey }),
  },
  'membership.consents': { cells: anyone },
  'membership.setConsent': {
    cells: anyone,
    input: () => ({ kind: 'recommendations', isGiven: true, version: 1, requestKey }),
  },
  'membership.keptData': { cells: anyone },
  'membership.accessLog': { cells: anyone, input: () => ({}) },
  'membership.exportData': { cells: anyone, lists: true },
  'membership.deleteData': { cells: anyone, input: () => ({ requestKey }) },
};
