import type { DocumentFault } from './document-fault';

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
