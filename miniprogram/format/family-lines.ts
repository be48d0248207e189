import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { consentWording, familyWording } from '../wording/zh-CN/membership/family-page';
import { dayLabel } from './day-labels';

type Link = Output<ActionOf<'membership.familyLinks'>>['links'][number];
type Question = Output<ActionOf<'membership.familyInvitation'>>;

/** The other side, as much as the library tells: `**夏 · ••••001`. */
export const whoOf = ({ maskedName, maskedCard }: Pick<Link, 'maskedName' | 'maskedCard'>): string =>
  familyWording.who(maskedName, maskedCard);

/** A link in the list. */
export type FamilyLine = {
  readonly linkId: string;
  readonly who: string;
  readonly facts: string;
  readonly hasEnded: boolean;
  readonly endLabel: string;
};

/** The links that go one way, as they stand on `today`. */
export const familyLines = (
  links: readonly Link[],
  whose: Link['whose'],
  today: string,
): readonly FamilyLine[] =>
  links
    .filter((link) => link.whose === whose)
    .map((link) => {
      const { name } = familyWording.rights[link.right];
      const who = whoOf(link);
      return {
        linkId: link.linkId,
        who,
        facts: link.hasEnded
          ? familyWording.ended(name)
          : familyWording.until(name, dayLabel(link.endsOn, today)),
        hasEnded: link.hasEnded,
        endLabel: familyWording.endLabel(who),
      };
    });

/** What is asked, and in full what it allows, for the one who consents. */
export const questionLines = (
  question: Question,
  today: string,
): { readonly title: string; readonly lines: readonly string[] } => {
  const { whose, right, endsOn } = question;
  const { asks, allows, renews, anytime } = consentWording;
  const allowed = [
    allows[whose](dayLabel(endsOn, today)),
    ...(right === 'renew' ? [renews[whose]] : []),
    anytime,
  ];
  return { title: asks[whose][right](whoOf(question)), lines: allowed };
};
