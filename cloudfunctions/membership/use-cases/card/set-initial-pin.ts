import { normalPin } from '../../domain/card/pin';
import type { CardRecords, CardSecret, Pins, WithRecords } from '../../ports/binding';

type Needs = { readonly pins: Pins; readonly withRecords: WithRecords };

const secretOf = async (records: CardRecords, card: string): Promise<CardSecret | null> =>
  (await records.credentials(card)).secret;

/**
 * Gives a card the PIN that it comes with, hashed, which must be changed at the first binding. One that the patron has
 * chosen stays, also where that happens at this very moment; the same PIN again changes nothing.
 */
export const setInitialPin =
  ({ pins, withRecords }: Needs) =>
  async (card: string, pin: string): Promise<'set' | 'kept'> => {
    const known = await withRecords((records) => secretOf(records, card));
    if (known?.mustChange === false) return 'kept';
    if (known !== null && (await pins.isRight(normalPin(pin), known))) return 'kept';
    const secret = { ...(await pins.hash(normalPin(pin))), mustChange: true };
    return withRecords(async (records) => {
      if ((await secretOf(records, card))?.hash !== known?.hash) return 'kept';
      await records.keepSecret(card, secret);
      return 'set';
    });
  };
