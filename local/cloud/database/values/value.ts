/** What a document may hold: JSON, instants and regular expressions. Other BSON types are refused on the wire. */
export type Value = null | boolean | number | string | Date | RegExp | readonly Value[] | Document;

/** A document, or an object inside one. Its keys keep their order, as in BSON. */
export type Document = { [key: string]: Value };

/** A document or an object inside one: no list, instant or regular expression. */
export const isObject = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp);

/** As `Array.isArray`, which takes lists that may not be changed for something else. */
export const isArray = (value: unknown): value is readonly Value[] => Array.isArray(value);

/** A value in a message: strings as they are, the rest as JSON. */
export const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A deep copy that shares nothing with the original. */
export const copyOf = <T extends Value>(value: T): T => {
  if (isArray(value)) return value.map(copyOf) as unknown as T;
  if (value instanceof Date) return new Date(value) as T;
  if (!isObject(value)) return value;
  const copy: Document = {};
  for (const key of Object.keys(value)) copy[key] = copyOf(value[key] as Value);
  return copy as T;
};
