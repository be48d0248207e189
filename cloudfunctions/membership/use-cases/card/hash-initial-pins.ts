import { cardNumberPattern } from '../../domain/card/card-number';
import { normalPin } from '../../domain/card/pin';
import type { CardRecords, InitialPins, Pins, WithRecords } from '../../ports/binding';

type Needs = {
  readonly initialPins: InitialPins;
  readonly pins: Pins;
  readonly withRecords: WithRecords;
};

/** Some 20 seconds of hashing and writing. */
const mostPerStep = 100;

const initialPinOf = async (records: CardRecords, card: string) =>
  (await records.credentials(card)).initialPin;

const isCard = (id: unknown): id is string => typeof id === 'string' && cardNumberPattern.test(id);

/**
 * Timed work: PINs that staff have typed are hashed and taken out of the patrons' documents. Such a PIN must be changed
 * at the next binding. Cut off anywhere it goes on at the next run; one that somebody changes meanwhile waits for that too.
 */
export const hashInitialPins =
  ({ initialPins, pins, withRecords }: Needs) =>
  async (): Promise<void | 'more'> => {
    const ids = await initialPins.some(mostPerStep);
    for (const id of ids) {
      const typed = isCard(id) ? await withRecords((records) => initialPinOf(records, id)) : null;
      if (!isCard(id) || typed === null) {
        await initialPins.drop(id);
        continue;
      }
      const secret = { ...(await pins.hash(normalPin(typed))), mustChange: true };
      await withRecords(async (records) => {
        if ((await initialPinOf(records, id)) === typed) await records.keepSecret(id, secret);
      });
    }
    return ids.length === mostPerStep ? 'more' : undefined;
  };
