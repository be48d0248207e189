import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { messagesWording as words } from '../wording/zh-CN/circulation/messages';
import { familyWording } from '../wording/zh-CN/membership/family-page';
import { renewalReasons } from '../wording/zh-CN/circulation/renewal';
import { dateLabel, instantLabel } from './day-labels';
import { yuan } from './money';
import type { BranchNames } from './result-row';

type Message = Output<ActionOf<'circulation.messages'>>['messages'][number];
type Words = { readonly title: string; readonly lines: readonly string[] };

export type MessageRow = Words & {
  readonly messageId: string;
  readonly when: string;
  readonly isUnread: boolean;
  readonly kind: Message['kind'];
};

type Surroundings = { readonly branchNames: BranchNames; readonly today: string };

const known: Readonly<Record<string, { readonly title: string }>> = renewalReasons;
const reasonsOf = (codes: readonly string[]): string =>
  codes.flatMap((code) => known[code]?.title ?? []).join(words.between);

type OfLoans = Extract<
  Message,
  { kind: 'loans-digest' | 'renewed-automatically' | 'not-renewed-automatically' | 'recalled' }
>;

type Digest = Extract<Message, { kind: 'loans-digest' }>['details'];

function ofDigest({ due, overdue }: Digest, said: (day: string) => string): Words {
  const counts = [
    overdue.length > 0 ? words.late(overdue.length) : '',
    due.length > 0 ? words.dueSoon(due.length) : '',
  ];
  const lines = [...overdue, ...due].map(({ title, dueOn }) => words.digestBook(title, said(dueOn)));
  return { title: counts.filter(Boolean).join(' · '), lines };
}

function ofLoans(message: OfLoans, said: (day: string) => string): Words {
  if (message.kind === 'loans-digest') return ofDigest(message.details, said);
  const { title } = message.details;
  if (message.kind === 'renewed-automatically')
    return { title: words.renewed, lines: [words.renewedTo(title, said(message.details.newDueOn))] };
  const { dueOn } = message.details;
  if (message.kind === 'recalled')
    return { title: words.recalled, lines: [words.recalledBook(title, said(dueOn))] };
  const reasons = reasonsOf(message.details.reasons);
  return { title: words.notRenewed, lines: [words.notRenewedBook(title, said(dueOn), reasons)] };
}

type OfMembership = Extract<
  Message,
  { kind: 'application-approved' | 'application-refused' | 'membership-prolonged' }
>;

function ofMembership({ kind, details }: OfMembership, said: (day: string) => string): Words {
  const { endsOn, reason } = details;
  const until = endsOn === null ? [] : [words.approvedNote(said(endsOn))];
  if (kind === 'application-refused') return { title: words.refused, lines: reason === null ? [] : [reason] };
  return { title: kind === 'application-approved' ? words.approved : words.prolonged, lines: until };
}

type OfFamily = Extract<Message, { kind: 'family-linked' | 'family-ended' }>;

function ofFamily(message: OfFamily, said: (day: string) => string): Words {
  const { whose, maskedName, maskedCard } = message.details;
  const who = familyWording.who(maskedName, maskedCard);
  if (message.kind === 'family-ended')
    return { title: words.familyEnded, lines: [words.familyEndedNote[whose](who)] };
  const { right, endsOn } = message.details;
  return { title: words.familyLinked, lines: [words.familyLinkedNote[whose][right](who, said(endsOn))] };
}

type OfHolds = Extract<Message, { kind: 'hold-ready' | 'hold-lapsed' | 'title-back' }>;

function ofHolds(message: OfHolds, { branchNames, today }: Surroundings): Words {
  const { title } = message.details;
  if (message.kind === 'hold-lapsed')
    return { title: words.holdLapsed, lines: [words.holdLapsedBook(title)] };
  if (message.kind === 'title-back') return { title: words.titleBack, lines: [words.titleBackBook(title)] };
  const { branchId, pickupBy } = message.details;
  const line = words.holdReadyBook(title, branchNames[branchId] ?? words.branch, dateLabel(pickupBy, today));
  return { title: words.holdReady, lines: [line] };
}

type OfFine = Extract<Message, { kind: 'fine-fixed' }>;

const isOneOf = <K extends Message['kind']>(
  message: Message,
  ...kinds: readonly K[]
): message is Extract<Message, { kind: K }> => (kinds as readonly string[]).includes(message.kind);

const ofFine = ({ details: { title, amount } }: OfFine): Words => ({
  title: words.fineFixed,
  lines: [words.fineFixedBook(title, yuan(amount))],
});

function wordsOf(message: Message, surroundings: Surroundings): Words {
  const said = (day: string): string => dateLabel(day, surroundings.today);
  if (isOneOf(message, 'hold-ready', 'hold-lapsed', 'title-back')) return ofHolds(message, surroundings);
  if (isOneOf(message, 'fine-fixed')) return ofFine(message);
  if (isOneOf(message, 'application-approved', 'application-refused', 'membership-prolonged'))
    return ofMembership(message, said);
  if (isOneOf(message, 'family-linked', 'family-ended')) return ofFamily(message, said);
  return ofLoans(message, said);
}

/**
 * What the library told, in words on `today`. It was told on its day and may have changed since: the days in it stand by
 * their date, as nobody says 明天到期 of a loan that was renewed after.
 */
export const messageRow = (message: Message, surroundings: Surroundings): MessageRow => ({
  ...wordsOf(message, surroundings),
  messageId: message.messageId,
  when: instantLabel(message.at, surroundings.today),
  isUnread: !message.isRead,
  kind: message.kind,
});
