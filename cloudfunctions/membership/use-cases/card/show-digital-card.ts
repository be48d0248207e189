import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import { cardCodeBody, cardCodeSeconds } from '../../domain/card/card-code';
import { patronGone } from '../../domain/patrons/patron';
import type { CategoryName } from '../../ports/binding';
import type { digitalCardActions } from '../../contract/digital-card';
import type { ReadPatron, Signer } from '../../ports/digital-card';
import { shownCard } from './shown-card';

type Show = typeof digitalCardActions.digitalCard;

type Needs = {
  readonly patron: ReadPatron;
  readonly categoryName: CategoryName;
  readonly signer: Signer;
  readonly now: Clock;
};

/** The card to be shown at the desk, with a code that tells staff that it was shown just now. */
export const showDigitalCard =
  (needs: Needs) =>
  async ({ self: { card } }: PatronCaller): Promise<Outcome<Show>> => {
    const now = needs.now();
    const endsAt = new Date(now.getTime() + cardCodeSeconds * 1000);
    const body = cardCodeBody(card, endsAt);
    const signature = await needs.signer.sign(body);
    const patron = (await needs.patron(card)) ?? patronGone(card);
    const code = signature === null ? null : { text: `${body}.${signature}`, endsAt: endsAt.getTime() };
    return ok({ ...(await shownCard(needs, patron, now)), code });
  };
