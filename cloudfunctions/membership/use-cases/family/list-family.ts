import { maskCard } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Output } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok } from '../../../kernel/result';
import type { familyActions } from '../../contract/family';
import { hasEnded, maskName, otherSide } from '../../domain/family';
import type { FamilyLink, FamilyReads } from '../../ports/family';

type Needs = {
  readonly familyReads: FamilyReads;
  readonly now: Clock;
};

type List = typeof familyActions.familyLinks;

const byEnd = (a: FamilyLink, b: FamilyLink): number =>
  a.endsOn === b.endsOn ? (a.linkId < b.linkId ? -1 : 1) : a.endsOn < b.endsOn ? -1 : 1;

/** Whose loans the caller may see, and who may the caller's. */
export const listFamily =
  ({ familyReads, now }: Needs) =>
  async ({ self }: PatronCaller): Promise<Outcome<List>> => {
    const today = libraryDay(now());
    const links = [...(await familyReads.linksOf(self.card))].sort(byEnd);
    const names = await familyReads.names(links.map((link) => otherSide(link, self.card).other));
    const shown: Output<List>['links'] = links.map((link) => {
      const { other, whose } = otherSide(link, self.card);
      return {
        linkId: link.linkId,
        whose,
        right: link.right,
        endsOn: link.endsOn,
        hasEnded: hasEnded(link, today),
        maskedName: maskName(names.get(other) ?? ''),
        maskedCard: maskCard(other),
      };
    });
    return ok({ links: shown });
  };
