import { existsSync, readFileSync } from 'node:fs';
import { replaceFile } from '../replace-file';
import { present, SHARED_BYTES, STILL_AT, GOES_ON, OFFSET } from './present';

/** The time of the embedded cloud: the machine's, moved by an offset that the workbench and tests set. */
export type Clock = {
  readonly now: () => Date;
  /** How far the cloud's time is from the machine's at this moment. */
  offsetMs(): number;
  /** What the function instances read in their own threads, see `present`. */
  readonly shared: SharedArrayBuffer;
  /** The clock goes on from there. */
  setOffset(milliseconds: number): void;
  /** The clock stands at that instant until it is set anew or the cloud ends. */
  standStill(at: Date): void;
};

const readOffset = (file: string): number => {
  if (!existsSync(file)) return 0;
  const { offsetMs } = JSON.parse(readFileSync(file, 'utf8')) as { offsetMs: unknown };
  return Number.isSafeInteger(offsetMs) ? (offsetMs as number) : 0;
};

/** Opens the clock whose offset is kept in `file`, so that a moved clock survives a restart. */
export const openClock = (file: string): Clock => {
  const shared = new SharedArrayBuffer(SHARED_BYTES);
  const cells = new BigInt64Array(shared);
  Atomics.store(cells, OFFSET, BigInt(readOffset(file)));
  Atomics.store(cells, STILL_AT, GOES_ON);
  const setOffset = (milliseconds: number) => {
    const whole = Math.round(milliseconds);
    replaceFile(file, JSON.stringify({ offsetMs: whole }));
    Atomics.store(cells, OFFSET, BigInt(whole));
    Atomics.store(cells, STILL_AT, GOES_ON);
  };
  return {
    shared,
    offsetMs() {
      const real = Date.now();
      return present(cells, real) - real;
    },
    now: () => new Date(present(cells, Date.now())),
    setOffset,
    standStill(at) {
      setOffset(at.getTime() - Date.now());
      Atomics.store(cells, STILL_AT, BigInt(at.getTime()));
    },
  };
};
