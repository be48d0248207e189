import type { DocumentFault, FaultList } from './document-fault';
import { isDamage, type Understood } from './written-fields';

/**
 * Thrown where a document that decides was edited by hand so that nobody can tell what it says: nothing was done, and
 * staff have to mend it. `serve` answers `record-damaged`.
 */
export class DamagedRecord extends Error {
  override readonly name = 'DamagedRecord';
  /** What is wrong in it, for the list of faults. */
  readonly faults: readonly DocumentFault[];

  constructor(faults: readonly DocumentFault[]) {
    super('a document that decides cannot be read');
    this.faults = faults;
  }
}

/** Puts damaged documents that a list met on the list of faults at once; costs nothing where none is. */
export const nameDamage = async (
  list: FaultList,
  found: readonly { readonly faults: readonly DocumentFault[] }[],
): Promise<void> => {
  const faults = found.flatMap((one) => (one.faults.some(isDamage) ? one.faults : []));
  if (faults.length > 0) await list.renew([...new Set(faults.map(({ _id }) => _id))], faults);
};

/** What a document says, to decide on it. Throws `DamagedRecord` where that can't be told. */
export const sound = <T>({ value, faults }: Understood<T>): T => {
  if (faults.some(isDamage)) throw new DamagedRecord(faults);
  return value;
};

type Run<Within> = <T>(work: (within: Within) => Promise<T>) => Promise<T>;

/** The same transactions; a damaged document that one of them meets is on the list of faults at once. */
export const namingDamage =
  <Within>(run: Run<Within>, list: FaultList): Run<Within> =>
  async (work) => {
    try {
      return await run(work);
    } catch (error) {
      if (error instanceof DamagedRecord) await nameDamage(list, [error]);
      throw error;
    }
  };
