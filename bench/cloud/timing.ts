/** The time that runs of one kind took, as a JSON line says it. */
export type Timing = {
  readonly bench: string;
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
};

const at = (sorted: readonly number[], part: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 1000) / 1000;

/** What these times say, in milliseconds. */
export const timingOf = (bench: string, times: readonly number[]): Timing => {
  const sorted = times.toSorted((a, b) => a - b);
  return { bench, runs: times.length, p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
};

/** Runs `work` so many times, one after another, and `between` untimed after each; milliseconds. */
export const timed = async (
  bench: string,
  runs: number,
  work: (run: number) => Promise<unknown>,
  between: () => Promise<void> = async () => {},
): Promise<Timing> => {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work(run);
    times.push(performance.now() - started);
    await between();
  }
  return timingOf(bench, times);
};
