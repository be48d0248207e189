import { isSameName } from '../../domain/patrons/person-name';
import { normalPin } from '../../domain/card/pin';
import type { CardReads, Credentials, Pins } from '../../ports/binding';

type Needs = { readonly reads: CardReads; readonly pins: Pins };
/** What somebody says of a card. */
export type Details = { readonly card: string; readonly name: string; readonly pin: string };

/** What the PIN of a card is to be compared with: the one that staff typed goes before the hashed one. */
const knownPin = ({ initialPin, secret }: Credentials) =>
  initialPin === null ? secret : normalPin(initialPin);

/**
 * What is known of the card, if name and PIN are right; null otherwise. The same reads and one hashing, whether there is
 * such a card or not. Source: identity and privacy, 8.
 */
export const checkDetails = async (
  { reads, pins }: Needs,
  { card, name, pin }: Details,
): Promise<Credentials | null> => {
  const known = await reads.credentials(card);
  const isPinRight = await pins.isRight(normalPin(pin), knownPin(known));
  const isNameRight = isSameName(name, known.patron?.name ?? '');
  return isPinRight && isNameRight ? known : null;
};

/** Whether nobody has changed the PIN, nor taken the patron off, between the check and now. */
export const isUnchanged = (checked: Credentials, now: Credentials): boolean =>
  now.patron !== null && now.initialPin === checked.initialPin && now.secret?.hash === checked.secret?.hash;
