import { isArray, isObject, type Value } from './value';

const isPosition = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/**
 * Every value that a query on a dotted path looks at: arrays on the way are entered (and `a.0` also names a
 * position); an array at the end is looked at whole. A missing field gives `undefined`.
 */
export const valuesAtPath = (
  from: Value | undefined,
  path: readonly string[],
  at = 0,
): (Value | undefined)[] => {
  const part = path[at];
  if (part === undefined) return [from];
  if (isObject(from)) return valuesAtPath(Object.hasOwn(from, part) ? from[part] : undefined, path, at + 1);
  if (!isArray(from)) return [undefined];
  const found: (Value | undefined)[] = [];
  if (isPosition(part) && Number(part) < from.length)
    found.push(...valuesAtPath(from[Number(part)], path, at + 1));
  for (const element of from) if (isObject(element)) found.push(...valuesAtPath(element, path, at));
  return found;
};

/** As `valuesAtPath`, and the elements of an array at the end: what equality and ranges are tested on. */
export const candidatesAtPath = (from: Value, path: readonly string[]): (Value | undefined)[] => {
  const whole = valuesAtPath(from, path);
  if (!whole.some(isArray)) return whole;
  return whole.flatMap((value) => (isArray(value) ? [...value, value] : [value]));
};
