import { DamagedRecord } from './damaged-record';
import { describeError } from './describe-error';
import { Unreachable } from './unreachable';

/** Where a line goes that only those who run the library read. */
export type Log = (line: Readonly<Record<string, unknown>>) => void;

/** Whether it is this record that it went wrong for, and not the database, where all of them would fail. */
const isOfRecord = (error: unknown): boolean =>
  [DamagedRecord, Unreachable, TypeError, RangeError].some((kind) => error instanceof kind);

/**
 * Does timed work for one record after the other. One that can't be read, or about which nobody answered, is logged
 * and passed over, so that it keeps none of the others waiting; answers what came of each, nothing for those passed
 * over. Whatever else goes wrong is thrown: the next run tries all of them again.
 */
export const recordByRecord = async <T, R>(
  task: string,
  records: readonly T[],
  work: (record: T) => Promise<R>,
  log: Log,
): Promise<readonly R[]> => {
  const done: R[] = [];
  for (const record of records)
    try {
      done.push(await work(record));
    } catch (error) {
      if (!isOfRecord(error)) throw error;
      log({ task, ...describeError(error) });
    }
  return done;
};
