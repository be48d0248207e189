import type { Caller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import { answeredBefore } from '../../../kernel/request-keys';
import { refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { deskCodeActions } from '../../contract/staff';
import { normalCode, readCode } from '../../domain/card/code';
import type { CardReads } from '../../ports/binding';
import type { DeskCode, DeskRecords, SealOf, WithDesk } from '../../ports/staff';
import { lookBefore, withGranted, type EarlyRefusal } from './count-try';
import { giveCard, showBound } from './give-card';
import { guessCode } from './guess-code';
import { ownCard } from './own-card';
import { sealed } from './issue-desk-code';
import type { ShowNeeds } from './show-card';

type Bind = typeof deskCodeActions.bindByDeskCode;
type Needs = ShowNeeds & {
  readonly reads: CardReads;
  readonly withDesk: WithDesk;
  readonly sealOf: SealOf;
};
type Refusal = EarlyRefusal | { readonly code: 'wrong-code' };
type Bound = { readonly card: string } | { readonly refusal: Refusal };

/** The code that a text names, used or not, while it is good. */
const goodCode = async (
  { sealOf }: Needs,
  records: DeskRecords,
  text: string,
  now: Date,
): Promise<DeskCode | null> => {
  const read = readCode(text);
  const code = read && (await records.deskCode(read.id));
  if (code === null || code.until <= now.getTime()) return null;
  return (await sealOf(sealed(code))) === read?.seal ? code : null;
};

const bind =
  (needs: Needs, openid: string, { code: text, requestKey }: Parsed<Bind>, now: Date) =>
  async (records: DeskRecords): Promise<Bound> => {
    const wechatAccount = await records.wechatAccount(openid);
    const request = `bindByDeskCode/${normalCode(text)}`;
    const answered = answeredBefore({ key: requestKey, request, done: wechatAccount.doneRequests, at: now });
    if (answered?.ok === false) return { refusal: { code: 'invalid-request' } };
    if (answered !== null && wechatAccount.card !== null) return { card: wechatAccount.card };
    const guess = await guessCode(records, openid, now);
    if (guess.kind === 'wait') return { refusal: { code: 'too-many-tries', until: guess.until } };
    const code = await goodCode(needs, records, text, now);
    const own = await ownCard(records, openid, wechatAccount);
    if (code?.isUsed === true && code.card === own) return { card: own };
    if (code === null || code.isUsed) {
      await guess.count();
      return { refusal: { code: 'wrong-code' } };
    }
    const wish = { openid, card: code.card, requestKey, request };
    const before = await lookBefore(records, wish, now);
    if (before.kind === 'refused') return { refusal: before.reason };
    await records.keepDeskCode({ ...code, isUsed: true });
    const deed = { action: 'membership.bindByDeskCode', requestKey, at: now };
    await giveCard(records, wish, withGranted(wechatAccount, wish, now), deed);
    return { card: code.card };
  };

/**
 * Binds the card of a code that staff made out; the code is used up. A phone that lost the answer, and the key with it,
 * may enter the code again while it is good, and is told what it has. Guesses at the card's PIN do not matter here.
 */
export const bindByDeskCode =
  (needs: Needs) =>
  async ({ openid }: Caller, given: Parsed<Bind>): Promise<Answer<Bind>> => {
    const bound = await needs.withDesk(bind(needs, openid, given, needs.now()));
    return 'card' in bound ? showBound(needs, { openid, card: bound.card }) : refuse(bound.refusal);
  };
