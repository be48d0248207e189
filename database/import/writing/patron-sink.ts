import type { ReadPatron } from '../read-patrons';
import type { CloudDatabase } from './cloud-database';
import { writeBatch } from './collection-writer';
import type { RecordSink } from './sink';

/** Hashing a PIN takes its time; a batch that is killed is begun anew. */
const batchSize = 100;
const pinsAtOnce = 4;

/** Puts an initial PIN in place, hashed, unless the patron has changed it or it is there already. */
export type SetInitialPin = (card: string, pin: string) => Promise<'set' | 'kept'>;

type Parts = {
  readonly database: CloudDatabase;
  /** Fields of patrons that an import only fills in. */
  readonly kept: readonly string[];
  readonly setInitialPin: SetInitialPin;
};

const setPins = async (
  patrons: readonly ReadPatron[],
  setInitialPin: SetInitialPin,
): Promise<('set' | 'kept')[]> => {
  // The last row of a card counts, as it does for everything else that it states.
  const pins = new Map(patrons.map(({ patron, initialPin }) => [patron._id, initialPin]));
  const waiting = [...pins].values();
  const outcomes: ('set' | 'kept')[] = [];
  const worker = async (): Promise<void> => {
    for (const [card, pin] of waiting) if (pin !== null) outcomes.push(await setInitialPin(card, pin));
  };
  await Promise.all(Array.from({ length: pinsAtOnce }, worker));
  return outcomes;
};

/** Writes patrons into the cloud's database, first what they are, then their PINs: whoever has one is there. */
export const patronSink = ({ database, kept, setInitialPin }: Parts): RecordSink<ReadPatron> => ({
  batchSize,
  write: async (patrons) => {
    const stated = patrons.map(({ patron }) => ({ document: patron, onlyWhenNew: {} }));
    const records = await writeBatch(database, 'patrons', stated, { kept });
    return { records, pins: await setPins(patrons, setInitialPin) };
  },
  finish: () => Promise.resolve(),
});
