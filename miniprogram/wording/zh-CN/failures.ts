import type { ActionName, ActionOf, FailureOf } from '../../../cloudfunctions/api';
import type { FaultCode, RefusalCode } from '../../../cloudfunctions/kernel/contract';
import {
  applyRefusals,
  correctionRefusals,
  decisionRefusals,
  proofLinkRefusals,
  proofRefusals,
  reviewProofRefusals,
  reviewRefusals,
  withdrawalRefusals,
} from './membership/applications';
import { bindingRefusals, ownMembershipRefusals } from './membership/binding';
import {
  acceptFamilyRefusals,
  endFamilyRefusals,
  familyInvitationRefusals,
  inviteFamilyRefusals,
} from './membership/family';
import {
  becomeStaffRefusals,
  deskBindingRefusals,
  deskCodeRefusals,
  inviteStaffRefusals,
  removeStaffRefusals,
} from './staff/staff-codes';
import { checkInRefusals, checkOutRefusals, markRefusals } from './staff/desk';
import { recordDamaged, type Failure } from './failure';
import {
  finesAtDeskRefusals,
  giveBackRefusals,
  paymentRefusals,
  settleFineRefusals,
  startPaymentRefusals,
} from './circulation/fines';
import { historyRefusals } from './circulation/loan-history';
import { cancelRefusals, placingRefusals, suspendRefusals, watchRefusals } from './circulation/holds';
import { cardCodeRefusals, termRefusals } from './membership/membership-term';
import { consentRefusals } from './membership/privacy';
import { renewalRefusals } from './circulation/renewal';
import { noSuchBook } from './membership/standing';

const fromTheStart = '请从头再看一遍';

const faults: Readonly<Record<FaultCode, Failure>> = {
  'signed-out': { title: '还没有登录', advice: '请从微信里重新打开小程序' },
  'not-bound': { title: '还没有绑定借阅证', advice: '绑定后再来看看' },
  forbidden: { title: '没有权限查看', advice: '如有疑问，请到服务台询问' },
  'invalid-request': { title: '没看懂这次查询', advice: '换个写法再试试' },
  'too-many-requests': { title: '点得太快了', advice: '歇几秒再试' },
  unavailable: { title: '连不上图书馆', advice: '检查一下网络，再试一次' },
  'record-damaged': recordDamaged,
  unexpected: { title: '出了点问题', advice: '已经记下来了，请稍后再试' },
};

const refusals: { readonly [N in ActionName]: Readonly<Record<RefusalCode<ActionOf<N>>, Failure>> } = {
  'catalog.search': { 'bad-cursor': { title: '结果已经更新', advice: fromTheStart } },
  'catalog.newArrivals': { 'bad-cursor': { title: '新书单已经更新', advice: fromTheStart } },
  'catalog.book': { 'no-such-book': noSuchBook },
  'catalog.suggest': {},
  'catalog.hotSearches': {},
  'library.today': {},
  'circulation.loans': {},
  'circulation.renew': renewalRefusals,
  'circulation.renewMany': {},
  'circulation.holds': {},
  'circulation.holdOffer': {},
  'circulation.placeHold': placingRefusals,
  'circulation.cancelHold': cancelRefusals,
  'circulation.suspendHold': suspendRefusals,
  'circulation.watch': watchRefusals,
  'circulation.fines': {},
  'circulation.startPayment': startPaymentRefusals,
  'circulation.payment': paymentRefusals,
  'circulation.paymentNotice': paymentRefusals,
  'circulation.finesAtDesk': finesAtDeskRefusals,
  'circulation.settleFine': settleFineRefusals,
  'circulation.giveBack': giveBackRefusals,
  'circulation.checkOut': checkOutRefusals,
  'circulation.checkIn': checkInRefusals,
  'circulation.loanAtDesk': markRefusals,
  'circulation.markLoan': markRefusals,
  'circulation.pickList': {},
  'circulation.pickupShelf': {},
  'circulation.messages': {},
  'circulation.markMessagesRead': {},
  'circulation.loanChoices': {},
  'circulation.chooseLoans': {},
  'circulation.loanHistory': historyRefusals,
  'circulation.exportHistory': historyRefusals,
  'membership.session': {},
  'membership.bindCard': bindingRefusals,
  'membership.bindOwnMembership': ownMembershipRefusals,
  'membership.unbindCard': {},
  'membership.issueDeskCode': deskCodeRefusals,
  'membership.bindByDeskCode': deskBindingRefusals,
  'membership.becomeStaff': becomeStaffRefusals,
  'membership.staffMembers': {},
  'membership.inviteStaff': inviteStaffRefusals,
  'membership.removeStaff': removeStaffRefusals,
  'membership.familyLinks': {},
  'membership.inviteFamily': inviteFamilyRefusals,
  'membership.familyInvitation': familyInvitationRefusals,
  'membership.acceptFamily': acceptFamilyRefusals,
  'membership.endFamily': endFamilyRefusals,
  'membership.membership': {},
  'membership.prolongMembership': termRefusals,
  'membership.digitalCard': {},
  'membership.readCardCode': cardCodeRefusals,
  'membership.consents': {},
  'membership.setConsent': consentRefusals,
  'membership.keptData': {},
  'membership.accessLog': {},
  'membership.exportData': {},
  'membership.deleteData': {},
  'membership.onlineCategories': {},
  'membership.application': {},
  'membership.uploadProof': proofRefusals,
  'membership.proofLink': proofLinkRefusals,
  'membership.apply': applyRefusals,
  'membership.correctApplication': correctionRefusals,
  'membership.withdrawApplication': withdrawalRefusals,
  'membership.applications': {},
  'membership.reviewApplication': reviewRefusals,
  'membership.reviewProof': reviewProofRefusals,
  'membership.decideApplication': decisionRefusals,
};

/** The words for why an action gave nothing. A code without words does not type-check. */
export const failureWording = <N extends ActionName>(name: N, code: FailureOf<N>): Failure => {
  const all: Readonly<Record<string, Failure>> = { ...faults, ...refusals[name] };
  return all[code] ?? faults.unexpected;
};

/** The large character over the words, and the button under them. */
export const failureActions = { glyph: '断', retry: '再试一次' } as const;
