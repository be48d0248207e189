import { requestFailed } from '../errors';
import { isArray, isObject, type Value } from '../values/value';
import { complement, emptyArrayKey, encodeValue, type Bytes } from './encode-value';
import type { IndexDefinition } from './index-definition';

/** A field on its way through a document: fixed to its bytes, or still to be followed from `from`. */
type Pending =
  | { readonly bytes: Bytes }
  | { readonly from: Value | undefined; readonly path: readonly string[]; readonly at: number };

type Stop = { readonly value: Value | undefined; readonly at: number };

/** Follows a path until its end or the first array. */
const follow = (from: Value | undefined, path: readonly string[], start: number): Stop => {
  let value = from;
  let at = start;
  while (at < path.length && !isArray(value)) {
    const part = path[at] as string;
    value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
    at++;
  }
  return { value, at };
};

export type IndexKeys = { readonly keys: readonly Bytes[]; readonly multikey: readonly boolean[] };

/**
 * The keys of a document in an index, as MongoDB makes them: an array gives one key for each element (fields that
 * go through the same array go through it together), an empty array one key of its own, a missing field null.
 * Refuses two arrays side by side with MongoDB's own words.
 */
export const indexKeys = (index: IndexDefinition, document: Value): IndexKeys => {
  const keys = new Set<Bytes>();
  const multikey = index.fields.map(() => false);

  const expand = (pending: readonly Pending[]): void => {
    const stops = pending.map((field) =>
      'bytes' in field ? field : follow(field.from, field.path, field.at),
    );
    const arrays = stops.flatMap((stop, i) => (!('bytes' in stop) && isArray(stop.value) ? [i] : []));
    const array = arrays.length > 0 ? (stops[arrays[0] as number] as Stop).value : undefined;
    if (!isArray(array)) {
      keys.add(
        stops.map((stop, i) => ('bytes' in stop ? stop.bytes : fieldBytes(index, i, stop.value))).join(''),
      );
      return;
    }
    const other = arrays.find((i) => (stops[i] as Stop).value !== array);
    if (other !== undefined) throw parallelArrays(index, arrays[0] as number, other);
    for (const i of arrays) multikey[i] = true;
    const elements: readonly (Value | undefined)[] = array.length > 0 ? array : [undefined];
    for (const element of elements) {
      expand(
        stops.map((stop, i) => {
          if ('bytes' in stop) return stop;
          if (!arrays.includes(i)) return { bytes: fieldBytes(index, i, stop.value) };
          const path = (index.fields[i] as { path: readonly string[] }).path;
          if (stop.at < path.length)
            return { from: isArray(element) ? undefined : element, path, at: stop.at };
          return {
            bytes: array.length > 0 ? fieldBytes(index, i, element) : turned(index, i, emptyArrayKey),
          };
        }),
      );
    }
  };
  expand(index.fields.map(({ path }) => ({ from: document, path, at: 0 })));
  return { keys: [...keys], multikey };
};

const turned = (index: IndexDefinition, field: number, bytes: Bytes): Bytes =>
  index.fields[field]?.descending === true ? complement(bytes) : bytes;

const fieldBytes = (index: IndexDefinition, field: number, value: Value | undefined): Bytes =>
  turned(index, field, encodeValue(value));

const parallelArrays = (index: IndexDefinition, first: number, second: number) =>
  requestFailed(
    `cannot index parallel arrays [${index.fields[second]?.name}] [${index.fields[first]?.name}] (index: ${index.name})`,
  );
