import * as v from 'valibot';

/** Whether objects and arrays stand in one another more than `levels` deep; found without recursion. */
export const nestsDeeperThan = (levels: number, value: unknown): boolean => {
  let layer: unknown[] = [value];
  for (let level = 0; level <= levels; level++) {
    layer = layer.flatMap((each): unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    if (layer.length === 0) return false;
  }
  return true;
};

/** An object as JSON has them, with every key it has: valibot's `record` takes arrays and drops `constructor`. */
export const JsonObject = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'must be a JSON object',
);
