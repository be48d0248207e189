import { maskCard } from '../../../kernel/audit';
import { Busy } from '../../../kernel/busy';
import { answeredBefore, withAnswer } from '../../../kernel/request-keys';
import type { WechatAccount } from '../../domain/card/card-binding';
import { formsOfCardNumber } from '../../domain/card/card-number';
import { countingNow, nextTryAt, noGuesses, oneLess, oneMore, type Guesses } from '../../domain/card/guesses';
import type { CardReads, CardRecords, GuessCounters, Guesser } from '../../ports/binding';
import { ownCard } from './own-card';

export type CountNeeds = {
  readonly reads: Pick<CardReads, 'wechatAccountOf' | 'bindingOf'>;
  readonly counters: GuessCounters;
};

/** Somebody who wants a card to be bound to a WeChat; `request` is what that is remembered as under its key. */
export type Wish = {
  readonly openid: string;
  readonly card: string;
  readonly requestKey: string;
  readonly request: string;
};

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
type Free = { readonly kind: 'free'; readonly wechatAccount: WechatAccount; readonly isOwn: boolean };

const refused = (reason: EarlyRefusal): Refused => ({ kind: 'refused', reason });

const requestOf = ({ doneRequests: done }: WechatAccount, { requestKey: key, request }: Wish, at: Date) => ({
  key,
  request,
  done,
  at,
});

/** What the WeChat has once this request is granted. */
export const withGranted = (wechatAccount: WechatAccount, wish: Wish, at: Date): WechatAccount => ({
  ...wechatAccount,
  doneRequests: withAnswer(requestOf(wechatAccount, wish, at), null),
});

/** Whether a request was granted before, or the WeChat has another card. */
const judge = (
  wechatAccount: WechatAccount,
  own: string | null,
  wish: Wish,
  now: Date,
): Refused | Done | Free => {
  const answered = answeredBefore(requestOf(wechatAccount, wish, now));
  if (answered !== null) return answered.ok ? { kind: 'done' } : refused({ code: 'invalid-request' });
  const { card } = wish;
  if (own !== null && own !== card) return refused({ code: 'other-card-bound', maskedCard: maskCard(own) });
  return { kind: 'free', wechatAccount, isOwn: own === card };
};

/**
 * The same as it stands with the write: another call may have come since the first look. The same reads whatever card is
 * tried.
 */
export const lookBefore = async (
  records: CardRecords,
  wish: Wish,
  now: Date,
): Promise<Refused | Done | Free> => {
  const wechatAccount = await records.wechatAccount(wish.openid);
  return judge(wechatAccount, await ownCard(records, wish.openid, wechatAccount), wish, now);
};

/** Small letters are no other card, or each way to write it would have tries of its own. */
const guesserOfCard = (card: string): Guesser => ({ kind: 'card', id: formsOfCardNumber(card)[1] });

/** Waits on a card are none of the phone that has it already: strangers could lock it out. */
const guessersOf = ({ openid, card }: Wish, isOwn: boolean): readonly Guesser[] => {
  const byOpenid: Guesser = { kind: 'openid', id: openid };
  return isOwn ? [byOpenid] : [byOpenid, guesserOfCard(card)];
};

/** As often as somebody else can be faster before a counter waits anyway, and more. */
const mostTurns = 40;

/** Counts a try against one of them and answers null, or from when on it may be made. */
const raise = async (
  counters: GuessCounters,
  guesser: Guesser,
  first: Guesses | null,
  at: number,
): Promise<number | null> => {
  let seen = first;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const counting = countingNow(seen ?? noGuesses, at);
    if (nextTryAt(counting) > at) return nextTryAt(counting);
    if (await counters.replace(guesser, seen, oneMore(counting, at))) return null;
    seen = await counters.look(guesser);
  }
  throw new Busy('others try the same at this moment');
};

/** Takes back what was counted against a WeChat whose try was not made after all. */
const lower = async (counters: GuessCounters, guesser: Guesser): Promise<void> => {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const seen = await counters.look(guesser);
    if (seen === null || (await counters.replace(guesser, seen, oneLess(seen)))) return;
  }
};

/**
 * Counts a try against the WeChat and the card before anything is checked, each in one step with the look at its wait.
 * Cut off between the two, the WeChat has one try more to wait for, and nobody one to make.
 */
export const countTry = async ({ reads, counters }: CountNeeds, wish: Wish, now: Date): Promise<Counted> => {
  const [wechatAccount, bound] = await Promise.all([
    reads.wechatAccountOf(wish.openid),
    reads.bindingOf(wish.openid),
  ]);
  const before = judge(wechatAccount, bound?.card ?? null, wish, now);
  if (before.kind !== 'free') return before;
  const at = now.getTime();
  const guessers = guessersOf(wish, before.isOwn);
  const seen = await Promise.all(guessers.map((guesser) => counters.look(guesser)));
  const waits = seen.map((guesses) => nextTryAt(countingNow(guesses ?? noGuesses, at)));
  if (Math.max(...waits) > at) return refused({ code: 'too-many-tries', until: Math.max(...waits) });
  for (const [place, guesser] of guessers.entries()) {
    const until = await raise(counters, guesser, seen[place] ?? null, at);
    if (until === null) continue;
    await Promise.all(guessers.slice(0, place).map((counted) => lower(counters, counted)));
    return refused({ code: 'too-many-tries', until });
  }
  return { kind: 'counted' };
};

/** The try was right: the card's guesses begin anew, the WeChat's are as they were before. */
export const takeTryBack = async (records: CardRecords, { openid, card }: Wish): Promise<void> => {
  const byOpenid: Guesser = { kind: 'openid', id: openid };
  await records.keepGuesses(byOpenid, oneLess(await records.guesses(byOpenid)));
  await records.forgetGuesses(guesserOfCard(card));
};
