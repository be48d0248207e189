import { maskCard } from '../../../kernel/audit';
import type { Message } from '../../../kernel/message';
import { maskName, otherSide } from '../../domain/family';
import type { FamilyLink } from '../../ports/family';

/** Whose card it is that consented, or ended a link. */
type Doer = { readonly card: string; readonly name: string };

/** The one who is told, and what of the doer: masked. Source: identity and privacy, 14. */
const told = (link: FamilyLink, { card, name }: Doer) => {
  const receiver = otherSide(link, card).other;
  const { whose } = otherSide(link, receiver);
  const details = { linkId: link.linkId, whose, maskedName: maskName(name), maskedCard: maskCard(card) };
  return { to: { openid: null, card: receiver }, details, event: `${link.linkId}-${link.since.getTime()}` };
};

/** What the other side of a link is told once this one has consented. */
export const linkedMessage = (link: FamilyLink, doer: Doer): Message => {
  const { to, details, event } = told(link, doer);
  const { right, endsOn, since } = link;
  const kind = 'family-linked';
  return { key: `${kind}-${event}`, ...to, kind, details: { ...details, right, endsOn }, at: since };
};

/** What the other side is told once this one has ended the link. */
export const endedMessage = (link: FamilyLink, doer: Doer, at: Date): Message => {
  const { to, details, event } = told(link, doer);
  const kind = 'family-ended';
  return { key: `${kind}-${event}`, ...to, kind, details, at };
};
