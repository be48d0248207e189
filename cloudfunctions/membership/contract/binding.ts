import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { DayText, none, RequestKey } from '../../kernel/contract-values';
import { staffRoles } from '../../kernel/person';
import { cardNumberPattern, typedCardNumber } from '../domain/card/card-number';
import { standings } from '../domain/patrons/standing';

/** As it is printed on the card; widths and spaces do not matter, and small letters stand for capitals. */
export const CardNumber = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform(typedCardNumber),
  v.regex(cardNumberPattern),
);
export const PersonName = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60));
const Pin = v.pipe(v.string(), v.nonEmpty(), v.maxLength(64));

/** The card that is bound, as its own patron sees it. */
export const BoundCard = v.object({
  maskedCard: v.string(),
  name: v.string(),
  /** Of the policies, such as `undergraduate`, and what it is called. */
  category: v.string(),
  categoryName: v.string(),
  /** The last day of the membership; null = it has none. */
  endsOn: v.nullable(DayText),
  standing: v.picklist(standings),
  boundOn: DayText,
});

export const bindingActions = {
  /** Who this WeChat is to the library. `signedOut` is `replaced` where its card was bound to another WeChat since. */
  session: {
    callers: ['phone'],
    person: 'anyone',
    input: none,
    output: v.object({
      card: v.nullable(BoundCard),
      signedOut: v.nullable(v.literal('replaced')),
      role: v.nullable(v.picklist(staffRoles)),
    }),
    refusals: {},
  },
  /**
   * Binds the card to this WeChat by its number, name and PIN; another WeChat that had it is signed out at its next
   * call. The same refusal for an unknown card, a wrong name and a wrong PIN. `default-pin`: all is right, but the PIN
   * is the one that the card came with: ask again with `newPin`. An expired or suspended card is bound and says so in
   * `standing`. Source: identity and privacy, 2, 3, 7 to 9.
   */
  bindCard: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({
      cardNumber: CardNumber,
      name: PersonName,
      pin: Pin,
      newPin: v.optional(Pin),
      requestKey: RequestKey,
    }),
    output: v.object({ card: BoundCard }),
    refusals: {
      'wrong-details': none,
      /** No try counts before the instant `until` (ms). */
      'too-many-tries': v.object({ until: v.number() }),
      'default-pin': none,
      /**
       * Six characters at least; not the old PIN, the card number or its end, a birthday such as 20050301, one character
       * over and over, or a row such as 123456.
       */
      'weak-pin': none,
      /** This WeChat has a card of its own already. */
      'other-card-bound': v.object({ maskedCard: v.string() }),
    },
  },
  /**
   * Binds the card that this WeChat's newest application brought it (issued or prolonged) to it again, without a PIN:
   * such a card has none. The same where it is bound to this WeChat already.
   */
  bindOwnMembership: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ requestKey: RequestKey }),
    output: v.object({ card: BoundCard }),
    refusals: {
      /** No application of this WeChat is approved, or its card is gone. */
      'no-membership': none,
      /** Another WeChat has the card, or took it over from this one: the service desk helps. */
      'bound-elsewhere': none,
      /** This WeChat has a card of its own already. */
      'other-card-bound': v.object({ maskedCard: v.string() }),
    },
  },
  /**
   * Ends the binding at once, for every phone of this WeChat: reminders stop, messages that were not delivered are
   * cancelled, and the card's family links end; loans and fines stay owed. `not-bound` or `signed-out` where there is no binding to end; the action finds
   * that out itself, so that the same request is answered alike once it is done. Source: identity and privacy, 5.
   */
  unbindCard: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ requestKey: RequestKey }),
    output: none,
    refusals: {},
  },
} as const satisfies Contract;
