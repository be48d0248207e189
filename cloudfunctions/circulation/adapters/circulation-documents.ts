import { nameDamage } from '../../kernel/damaged-record';
import type { FaultList } from '../../kernel/document-fault';
import { isDamage, type Understood } from '../../kernel/written-fields';
import type { Readable } from '../ports/records';

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
