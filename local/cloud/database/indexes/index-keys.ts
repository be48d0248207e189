import { requestFailed } from '../errors';
import { isArray, isObject, type Value } from '../values/value';
import { complement, emptyArrayKey, encodeValue, type Bytes } from './encode-value';
import type { IndexDefinition } from './index-definition';

/** A field on its way through a document: fixed to its bytes, or followed up to a value and part `at` of its path. */
type Fixed = { readonly bytes: Bytes };
type Pending = { readonly value: Value | undefined; readonly at: number };
type Field = Fixed | Pending;

export type IndexKeys = { readonly keys: readonly Bytes[]; readonly multikey: readonly boolean[] };

/**
 * The keys of a document in an index, as MongoDB makes them: an array gives one key for each element (fields that
 * go through the same array go through it together), an empty array one key of its own, a missing field null.
 * Refuses two arrays side by side with MongoDB's own words.
 */
export const indexKeys = (index: IndexDefinition, document: Value): IndexKeys => {
  const maker = new KeyMaker(index);
  maker.expand(index.fields.map(() => ({ value: document, at: 0 })));
  return { keys: [...maker.keys], multikey: maker.multikey };
};

class KeyMaker {
  readonly keys = new Set<Bytes>();
  readonly multikey: boolean[];
  private readonly index: IndexDefinition;

  constructor(index: IndexDefinition) {
    this.index = index;
    this.multikey = index.fields.map(() => false);
  }

  expand(started: readonly Field[]): void {
    const fields = started.map((field, i) => ('bytes' in field ? field : this.follow(field, i)));
    const arrays = fields.flatMap((field, i) => ('bytes' in field ? [] : [i]));
    const [first] = arrays;
    if (first === undefined) {
      this.keys.add((fields as readonly Fixed[]).map(({ bytes }) => bytes).join(''));
      return;
    }
    const array = (fields[first] as Pending).value as readonly Value[];
    const other = arrays.find((i) => (fields[i] as Pending).value !== array);
    if (other !== undefined) throw parallelArrays(this.index, first, other);
    for (const i of arrays) this.multikey[i] = true;
    if (array.length > 0 && arrays.length === 1 && this.isEnd(first, fields[first] as Pending))
      this.addElements(fields, first, array);
    else this.enter(fields, array);
  }

  /** The usual case: one array at the end of one path; the rest of the key is the same for all elements. */
  private addElements(fields: readonly Field[], at: number, array: readonly Value[]): void {
    const bytesOf = (part: readonly Field[]): Bytes =>
      (part as readonly Fixed[]).map(({ bytes }) => bytes).join('');
    const before = bytesOf(fields.slice(0, at));
    const after = bytesOf(fields.slice(at + 1));
    for (const element of array) this.keys.add(before + this.encode(at, element) + after);
  }

  /** Goes into an array with every field that leads there, element by element. */
  private enter(fields: readonly Field[], array: readonly Value[]): void {
    const elements: readonly (Value | undefined)[] = array.length > 0 ? array : [undefined];
    for (const element of elements) {
      this.expand(
        fields.map((field, i) => {
          if ('bytes' in field) return field;
          if (!this.isEnd(i, field)) return { value: isArray(element) ? undefined : element, at: field.at };
          return { bytes: array.length > 0 ? this.encode(i, element) : this.turned(i, emptyArrayKey) };
        }),
      );
    }
  }

  /** Follows a path to its end, which fixes the field, or to the first array. */
  private follow(field: Pending, i: number): Field {
    const path = this.index.fields[i]?.path ?? [];
    let { value, at } = field;
    while (at < path.length && !isArray(value)) {
      const part = path[at] as string;
      value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
      at++;
    }
    return isArray(value) ? { value, at } : { bytes: this.encode(i, value) };
  }

  private isEnd(i: number, { at }: Pending): boolean {
    return at === this.index.fields[i]?.path.length;
  }

  private encode(i: number, value: Value | undefined): Bytes {
    return this.turned(i, encodeValue(value));
  }

  private turned(i: number, bytes: Bytes): Bytes {
    return this.index.fields[i]?.descending === true ? complement(bytes) : bytes;
  }
}

const parallelArrays = (index: IndexDefinition, first: number, second: number) =>
  requestFailed(
    `cannot index parallel arrays [${index.fields[second]?.name}] [${index.fields[first]?.name}] (index: ${index.name})`,
  );
