import { DamagedRecord, nameDamage } from '../../kernel/damaged-record';
import type { FaultList } from '../../kernel/document-fault';
import type { InTransaction } from '../../kernel/wechat/cloud-transaction';
import type { Readable } from '../ports/records';
import { isDamage, type Understood } from '../../kernel/written-fields';

/** What a document says, to decide on it. Throws `DamagedRecord` where that can't be told. */
export const sound = <T>({ value, faults }: Understood<T>): T => {
  if (faults.some(isDamage)) throw new DamagedRecord(faults);
  return value;
};

/** What a document that decides is written with: whoever decided on the one before decides again. */
export const nextSequence = ({ sequence }: { readonly sequence: number }): number => sequence + 1;

/** What was understood of a document, to show it. */
export const readable = <T extends object>({ value, faults }: Understood<T>): Readable<T> => ({
  ...value,
  isDamaged: faults.some(isDamage),
});

/** The same of a list of documents; damaged ones are on the list of faults at once. */
export const namingReadable =
  (list: FaultList) =>
  async <T extends object>(found: readonly Understood<T>[]): Promise<readonly Readable<T>[]> => {
    await nameDamage(list, found);
    return found.map(readable);
  };

/** The same transactions; a damaged document that one of them meets is on the list of faults at once. */
export const namingDamage =
  (run: InTransaction, list: FaultList): InTransaction =>
  async (work) => {
    try {
      return await run(work);
    } catch (error) {
      if (error instanceof DamagedRecord)
        await list.renew([...new Set(error.faults.map(({ _id }) => _id))], error.faults);
      throw error;
    }
  };
