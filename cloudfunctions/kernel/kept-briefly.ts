import type { Clock } from './clock';

/**
 * Keeps what was read in a warm instance for `milliseconds`, and gives calls that come meanwhile the same. A failure
 * is not kept. A clock set back reads afresh.
 */
export const keptBriefly = <T>(
  read: () => Promise<T>,
  milliseconds: number,
  now: Clock,
): (() => Promise<T>) => {
  let kept: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    const at = now().getTime();
    if (kept && at >= kept.at && at < kept.at + milliseconds) return kept.value;
    const value = read();
    const fresh = { at, value };
    kept = fresh;
    value.catch(() => {
      if (kept === fresh) kept = undefined;
    });
    return value;
  };
};
