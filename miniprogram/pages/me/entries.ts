import { routes } from '../../platform/routes';
import type { MessagesStore } from '../../stores/circulation/messages-store';
import type { Session } from '../../stores/session';
import { deskFinesWording } from '../../wording/zh-CN/staff/desk-fines';
import { deskWording } from '../../wording/zh-CN/staff/desk-page';
import { finesWording } from '../../wording/zh-CN/circulation/fines-page';
import { historyWording } from '../../wording/zh-CN/circulation/history';
import { holdsWording } from '../../wording/zh-CN/circulation/holds-page';
import { familyWording } from '../../wording/zh-CN/membership/family-page';
import { issueCodeWording } from '../../wording/zh-CN/staff/issue-code';
import { meWording } from '../../wording/zh-CN/me';
import { privacyWording } from '../../wording/zh-CN/membership/privacy-page';
import { queueWording } from '../../wording/zh-CN/staff/staff';
import { staffMembersWording } from '../../wording/zh-CN/staff/staff-page';
import { termWording } from '../../wording/zh-CN/membership/term-page';
import { messagesWording } from '../../wording/zh-CN/circulation/messages';

/** A line of the patron's own tab that leads to a page. */
export type Entry = {
  readonly name: string;
  readonly icon: string;
  readonly url: string;
  /** What stands at its end in small type, such as a count. */
  readonly aside: string;
};

/** A card of such lines. */
export type EntryGroup = { readonly id: string; readonly entries: readonly Entry[] };

export type EntryStores = { readonly session: Session; readonly messages: MessagesStore };

const entry = (name: string, icon: string, url: string, aside = ''): Entry => ({ name, icon, url, aside });

const ofLoans = (): readonly Entry[] => [
  entry(holdsWording.title, 'hold', routes.holds()),
  entry(finesWording.title, 'fine', routes.fines()),
  entry(historyWording.title, 'history', routes.history()),
  entry(meWording.choices, 'settings', routes.choices()),
];

const ofTheCard = (): readonly Entry[] => [
  entry(meWording.digitalCard, 'card', routes.card()),
  entry(familyWording.title, 'family', routes.family()),
  entry(termWording.title, 'form', routes.term()),
  entry(meWording.unbind, 'leave', routes.unbind()),
];

const withoutCard = (): readonly Entry[] => [entry(meWording.online, 'form', routes.application())];

const forAnybody = (): readonly Entry[] => [entry(privacyWording.title, 'shield', routes.privacy())];

const ofAdmins = (): readonly Entry[] => [
  entry(staffMembersWording.title, 'settings', routes.staffMembers()),
];

/** The quiet way in for somebody who was given a code; empty for an admin, who needs none. */
export const staffEntrance = ({ session }: EntryStores): string =>
  session.known === null || session.known.role === 'admin' ? '' : routes.becomeStaff();

const ofStaff = (): readonly Entry[] => [
  entry(deskWording.title, 'desk', routes.desk()),
  entry(deskFinesWording.title, 'fine', routes.deskFines()),
  entry(issueCodeWording.title, 'card', routes.issueCode()),
  entry(queueWording.title, 'form', routes.applications()),
];

/** Where the tab leads: what belongs to the card while one is bound, then what anybody may open. */
export function entryGroups({ session, messages }: EntryStores): readonly EntryGroup[] {
  const role = session.known?.role ?? null;
  const isBound = session.status === 'bound';
  const unread = messages.unread > 0 ? meWording.unread(messages.unread) : '';
  const groups = [
    { id: 'messages', entries: [entry(messagesWording.title, 'message', routes.messages(), unread)] },
    { id: 'loans', entries: isBound ? ofLoans() : [] },
    { id: 'card', entries: isBound ? ofTheCard() : [] },
    { id: 'staff', entries: session.isStaff ? ofStaff() : [] },
    { id: 'admin', entries: role === 'admin' ? ofAdmins() : [] },
    { id: 'no-card', entries: session.status === 'unbound' ? withoutCard() : [] },
    { id: 'privacy', entries: forAnybody() },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
