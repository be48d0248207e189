import type { Clock } from '../../kernel/clock';
import { keptBriefly } from '../../kernel/kept-briefly';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { readCardCode } from '../domain/card/card-code';
import { cardNumberPattern, typedCardNumber } from '../domain/card/card-number';
import { cloudCardAs } from './cloud-patrons';
import { cloudSigningKeys } from './cloud-signing-keys';
import { hmacSigner } from './hmac-signer';

/** A new key counts within a minute. */
const freshMs = 60_000;

/**
 * The card number behind what was scanned or typed at the desk: the number itself, or a digital card's code that is the
 * library's and not over. null for anything else.
 */
export const cardOfText = (database: Database, now: Clock): ((text: string) => Promise<string | null>) => {
  const keys = cloudSigningKeys(database, now);
  const signer = hmacSigner(keptBriefly(() => keys.known(), freshMs, now));
  const cardAs = cloudCardAs(database);
  return async (text) => {
    const code = readCardCode(text);
    if (code === null) {
      const typed = typedCardNumber(text);
      return cardNumberPattern.test(typed) ? cardAs(typed) : null;
    }
    const counts = code.endsAt >= now() && (await signer.isGenuine(code.body, code.signature));
    return counts ? code.card : null;
  };
};
