import { maskCard } from '../../../kernel/audit';
import { answeredBefore } from '../../../kernel/request-keys';
import type { Account } from '../../domain/card/card-binding';
import { countingNow, nextTryAt, noGuesses, oneLess, oneMore } from '../../domain/card/guesses';
import type { CardRecords, Guesser } from '../../ports/binding';

/** Somebody who wants a card to be bound to a WeChat. */
export type Wish = { readonly openid: string; readonly card: string; readonly requestKey: string };

/** Why nothing is looked at. */
export type EarlyRefusal =
  | { readonly code: 'invalid-request' }
  | { readonly code: 'too-many-tries'; readonly until: number }
  | { readonly code: 'other-card-bound'; readonly maskedCard: string };
type Refused = { readonly kind: 'refused'; readonly reason: EarlyRefusal };
/** This very request was granted before. */
type Done = { readonly kind: 'done' };
export type Counted = Refused | Done | { readonly kind: 'counted' };
/** What the WeChat has, where nothing speaks against the request; `isOwn`: this card is bound to it already. */
type Free = { readonly kind: 'free'; readonly account: Account; readonly isOwn: boolean };

const refused = (reason: EarlyRefusal): Refused => ({ kind: 'refused', reason });

/** What a request is remembered as. */
export const bindingRequest = (card: string): string => `bindCard/${card}`;

/** Which card this WeChat has bound now; the same reads whatever card is tried. */
const ownCard = async (records: CardRecords, openid: string, card: string | null): Promise<string | null> => {
  if (card === null) return null;
  const binding = await records.binding(card);
  return binding?.openid === openid ? card : null;
};

/** Whether a request was granted before, or the WeChat has another card: asked before the check, and again with the write. */
export const lookBefore = async (
  records: CardRecords,
  { openid, card, requestKey }: Wish,
  now: Date,
): Promise<Refused | Done | Free> => {
  const account = await records.account(openid);
  const own = await ownCard(records, openid, account.card);
  const request = { key: requestKey, request: bindingRequest(card), done: account.doneRequests, at: now };
  const answered = answeredBefore(request);
  if (answered !== null) return answered.ok ? { kind: 'done' } : refused({ code: 'invalid-request' });
  if (own !== null && own !== card) return refused({ code: 'other-card-bound', maskedCard: maskCard(own) });
  return { kind: 'free', account, isOwn: own === card };
};

/** Waits on a card are none of the phone that has it already: strangers could lock it out. */
const guessersOf = ({ openid, card }: Wish, isOwn: boolean): readonly Guesser[] => {
  const byOpenid: Guesser = { kind: 'openid', id: openid };
  return isOwn ? [byOpenid] : [byOpenid, { kind: 'card', id: card }];
};

/** Counts a try against the card and the WeChat before anything is checked, in one step with the look at the waits. */
export const countTry = async (records: CardRecords, wish: Wish, now: Date): Promise<Counted> => {
  const before = await lookBefore(records, wish, now);
  if (before.kind !== 'free') return before;
  const at = now.getTime();
  const counters = [];
  for (const guesser of guessersOf(wish, before.isOwn))
    counters.push({ guesser, guesses: countingNow(await records.guesses(guesser), at) });
  const until = Math.max(...counters.map(({ guesses }) => nextTryAt(guesses)));
  if (until > at) return refused({ code: 'too-many-tries', until });
  for (const { guesser, guesses } of counters) await records.keepGuesses(guesser, oneMore(guesses, at));
  return { kind: 'counted' };
};

/** The try was right: the card's guesses begin anew, the WeChat's are as they were before. */
export const takeTryBack = async (records: CardRecords, { openid, card }: Wish): Promise<void> => {
  const byOpenid: Guesser = { kind: 'openid', id: openid };
  await records.keepGuesses(byOpenid, oneLess(await records.guesses(byOpenid)));
  await records.keepGuesses({ kind: 'card', id: card }, noGuesses);
};
