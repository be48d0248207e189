import { auditLine, type AuditLine } from '../../../kernel/audit';
import type { Caller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import { refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { membership } from '../../contract';
import { normalPin, pinRefusal } from '../../domain/card/pin';
import type {
  Audit,
  CardReads,
  CardRecords,
  CardSecret,
  Credentials,
  Pins,
  WithRecords,
} from '../../ports/binding';
import { checkDetails, isUnchanged } from './check-details';
import {
  countTry,
  lookBefore,
  takeTryBack,
  withGranted,
  type Counted,
  type CountNeeds,
  type Wish,
} from './count-try';
import { giveCard, showBound } from './give-card';
import type { ShowNeeds } from './show-card';

type Bind = typeof membership.bindCard;
type Needs = ShowNeeds &
  CountNeeds & {
    readonly reads: CardReads;
    readonly withRecords: WithRecords;
    readonly pins: Pins;
    readonly audit: Audit;
  };
type Given = Parsed<Bind>;

const action = 'membership.bindCard';

/** A refused try names the card, masked, but never its patron: it is written alike where there is none. */
const refusedLine = ({ openid, card, requestKey }: Wish, result: TryRefusal, at: Date): AuditLine =>
  auditLine({ kind: 'visitor', openid }, { card, pseudonym: null }, { action, result, requestKey, at });

/** Why the right PIN does not do, if it does not. */
const refusalOf = (card: string, { pin, newPin }: Given, { initialPin, secret }: Credentials) =>
  pinRefusal(normalPin(pin), newPin === undefined ? undefined : normalPin(newPin), {
    card,
    mustChange: initialPin !== null || secret?.mustChange === true,
  });

const newSecret = async ({ pins }: Needs, { newPin }: Given): Promise<CardSecret | null> =>
  newPin === undefined ? null : { ...(await pins.hash(normalPin(newPin))), mustChange: false };

type Checked = { readonly known: Credentials; readonly secret: CardSecret | null };

/** Decides on what stands there now: since the check another call may have come between. */
const bindChecked =
  (wish: Wish, { known, secret }: Checked, now: Date) =>
  async (
    records: CardRecords,
  ): Promise<Exclude<Counted, { kind: 'counted' }> | { readonly kind: 'changed' }> => {
    const before = await lookBefore(records, wish, now);
    if (before.kind !== 'free') return before;
    if (!isUnchanged(known, await records.credentials(wish.card))) return { kind: 'changed' };
    await takeTryBack(records, wish);
    if (secret !== null) await records.keepSecret(wish.card, secret);
    const { requestKey } = wish;
    await giveCard(records, wish, withGranted(before.wechatAccount, wish, now), {
      action,
      requestKey,
      at: now,
    });
    return { kind: 'done' };
  };

/**
 * What is remembered of a request: which card, and whether its PIN was to be changed. Nothing of name or PIN, not even a
 * digest, from which a few digits are soon found out. So the same key with another PIN is answered as it was, and tells
 * no more than `session`: the card that this WeChat has.
 */
const requestOf = (card: string, { newPin }: Given): string =>
  newPin === undefined ? `bindCard/${card}` : `bindCard/${card}/new-pin`;

type Verdict = Exclude<Counted, { kind: 'counted' }> | { readonly kind: TryRefusal };
type TryRefusal = 'wrong-details' | 'default-pin' | 'weak-pin';

/** Staff, or the job that hashes what they typed, may change a PIN while it is checked: then it is checked again. */
const mostChecks = 3;

const checkAndBind = async (needs: Needs, wish: Wish, given: Given, now: Date): Promise<Verdict> => {
  const details = { card: wish.card, name: given.name, pin: given.pin };
  for (let checks = 0; checks < mostChecks; checks += 1) {
    const known = await checkDetails(needs, details);
    if (known === null) return { kind: 'wrong-details' };
    const refusal = refusalOf(wish.card, given, known);
    if (refusal !== undefined) {
      await needs.withRecords((records) => takeTryBack(records, wish));
      return { kind: refusal };
    }
    const checked = { known, secret: await newSecret(needs, given) };
    const bound = await needs.withRecords(bindChecked(wish, checked, now));
    if (bound.kind !== 'changed') return bound;
  }
  return { kind: 'wrong-details' };
};

/**
 * Binds a card to the WeChat of the caller by number, name and PIN. The try is counted before anything is checked, and
 * taken back where it was right. A refused try is audited once its details were looked at; a try in a waiting time
 * only stands in the log, or anybody could fill the audit log.
 */
export const bindCard =
  (needs: Needs) =>
  async ({ openid }: Caller, given: Given): Promise<Answer<Bind>> => {
    const now = needs.now();
    const card = await needs.reads.cardAs(given.cardNumber);
    const wish = { openid, card, requestKey: given.requestKey, request: requestOf(card, given) };
    const counted = await countTry(needs, wish, now);
    const verdict = counted.kind === 'counted' ? await checkAndBind(needs, wish, given, now) : counted;
    if (verdict.kind === 'done') return showBound(needs, wish);
    if (verdict.kind === 'refused') return refuse(verdict.reason);
    await needs.audit(refusedLine(wish, verdict.kind, now));
    return refuse({ code: verdict.kind });
  };
