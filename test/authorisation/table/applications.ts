import type { applicationActions } from '../../../cloudfunctions/membership/contract/applications';
import type { decisionActions } from '../../../cloudfunctions/membership/contract/decisions';
import { thingOf } from '../things';
import { anyone, librarians, others, requestKey, wechatThingFor, type Cells, type Row } from './rows';

/** Staff have nothing to do with applications of others but to decide them. */
const owners = (code: string): Cells => ({
  ...anyone,
  ...others(code),
  librarian: `refused: ${code}`,
  admin: `refused: ${code}`,
});
/** Whose own card is over applies for another one. */
const hasCard = {
  ...others('has-card'),
  patron: 'refused: has-card',
  suspended: 'refused: has-card',
} as const;

/** An application as the phone sends it. */
const filled = {
  category: 'outside',
  name: '周敏',
  phone: { number: '13800000000' },
  birthYear: 1990,
  guardian: null,
  proofIds: [],
  consentVersion: 1,
  requestKey,
};
const ofVisitor = thingOf('application', 'visitor');

type Actions = keyof typeof applicationActions | keyof typeof decisionActions;

/** Who may do what with applications and their proofs. */
export const applicationRows: Readonly<Record<`membership.${Actions}`, Row>> = {
  'membership.onlineCategories': { cells: anyone },
  'membership.application': { cells: anyone, lists: true },
  'membership.uploadProof': {
    cells: anyone,
    input: () => ({ proofId: 'new-proof', part: 0, parts: 1, content: '/9j/4A==' }),
  },
  'membership.proofLink': {
    cells: owners('no-such-proof'),
    input: (asker) => ({ proofId: wechatThingFor('proof', asker) }),
  },
  'membership.apply': {
    cells: { ...anyone, ...hasCard },
    input: () => filled,
    without: ['applicants', 'applications'],
  },
  'membership.correctApplication': {
    cells: owners('no-such-application'),
    input: (asker) => ({ ...filled, applicationId: wechatThingFor('application', asker) }),
  },
  'membership.withdrawApplication': {
    cells: owners('no-such-application'),
    input: (asker) => ({ applicationId: wechatThingFor('application', asker), requestKey }),
  },
  'membership.applications': { cells: librarians, input: () => ({}) },
  'membership.reviewApplication': { cells: librarians, input: () => ({ applicationId: ofVisitor }) },
  'membership.reviewProof': {
    cells: librarians,
    input: () => ({ applicationId: ofVisitor, proofId: thingOf('proof', 'visitor') }),
  },
  'membership.decideApplication': {
    cells: librarians,
    input: () => ({ applicationId: ofVisitor, revision: 1, decision: 'approve', requestKey }),
  },
};
