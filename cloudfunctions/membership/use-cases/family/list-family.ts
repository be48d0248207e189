import { maskCard } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Output } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok } from '../../../kernel/result';
import type { familyActions } from '../../contract/family';
import { maskName } from '../../domain/family';
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
    const otherOf = ({ card, by }: FamilyLink) => (card === self.card ? by : card);
    const names = await familyReads.names(links.map(otherOf));
    const shown: Output<List>['links'] = links.map((link) => ({
      linkId: link.linkId,
      whose: link.card === self.card ? 'mine' : 'theirs',
      right: link.right,
      endsOn: link.endsOn,
      hasEnded: link.endsOn < today,
      maskedName: maskName(names.get(otherOf(link)) ?? ''),
      maskedCard: maskCard(otherOf(link)),
    }));
    return ok({ links: shown });
  };
