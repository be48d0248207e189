import { maskCard } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { familyActions } from '../../contract/family';
import { maskName } from '../../domain/family';
import type { FamilyReads, WithFamily } from '../../ports/family';
import { invitationOf } from './open-invitation';

type Needs = {
  readonly familyReads: FamilyReads;
  readonly withFamily: WithFamily;
  readonly now: Clock;
};

type Show = typeof familyActions.familyInvitation;

/** What a code asks consent for, seen from the side that is asked. */
export const showInvitation =
  ({ familyReads, withFamily, now }: Needs) =>
  async (caller: PatronCaller, { code }: Parsed<Show>): Promise<Answer<Show>> => {
    const found = await withFamily((records) => invitationOf(records, caller, code, now()));
    if ('refusal' in found) return refuse(found.refusal);
    const { card, whose, right, endsOn } = found.invitation;
    const names = await familyReads.names([card]);
    return ok({
      whose: whose === 'mine' ? 'theirs' : 'mine',
      right,
      endsOn,
      maskedName: maskName(names.get(card) ?? ''),
      maskedCard: maskCard(card),
    });
  };
