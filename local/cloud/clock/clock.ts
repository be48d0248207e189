import { existsSync, readFileSync } from 'node:fs';
import { replaceFile } from '../replace-file';

/** The time of the embedded cloud: the machine's, moved by an offset that the workbench and tests set. */
export type Clock = {
  readonly now: () => Date;
  offsetMs(): number;
  /** The offset as one 64-bit integer, read by the function instances in their own threads. */
  readonly shared: SharedArrayBuffer;
  setOffset(milliseconds: number): void;
};

const readOffset = (file: string): number => {
  if (!existsSync(file)) return 0;
  const { offsetMs } = JSON.parse(readFileSync(file, 'utf8')) as { offsetMs: unknown };
  return Number.isSafeInteger(offsetMs) ? (offsetMs as number) : 0;
};

/** Opens the clock whose offset is kept in `file`, so that a moved clock survives a restart. */
export const openClock = (file: string): Clock => {
  const shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(shared);
  const offsetMs = () => Number(Atomics.load(cell, 0));
  Atomics.store(cell, 0, BigInt(readOffset(file)));
  return {
    shared,
    offsetMs,
    now: () => new Date(Date.now() + offsetMs()),
    setOffset(milliseconds) {
      const whole = Math.round(milliseconds);
      replaceFile(file, JSON.stringify({ offsetMs: whole }));
      Atomics.store(cell, 0, BigInt(whole));
    },
  };
};
