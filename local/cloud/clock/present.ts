/** Two 64-bit integers: how far the cloud's time is from the machine's, and the instant at which it stands, if it does. */
export const SHARED_BYTES = 2 * BigInt64Array.BYTES_PER_ELEMENT;
export const OFFSET = 0;
export const STILL_AT = 1;
/** In place of an instant, where the clock goes on. */
export const GOES_ON = -(2n ** 63n);

/** The cloud's time at a moment of the machine's, both in milliseconds; read in every thread alike. */
export const present = (cells: BigInt64Array, realMs: number): number => {
  const still = Atomics.load(cells, STILL_AT);
  return still === GOES_ON ? realMs + Number(Atomics.load(cells, OFFSET)) : Number(still);
};
