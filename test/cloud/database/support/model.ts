import type { Document, Value } from '../../../../local/cloud/database/values/value';

/**
 * MongoDB's meaning of queries in the plainest way: every document looked at, nothing shared with the engine. Only
 * what the random tests ask for: scalars and arrays of scalars, one level of objects.
 */
const rank = (value: Value | undefined): number => {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number') return 1;
  if (typeof value === 'string') return 2;
  if (Array.isArray(value)) return 4;
  if (typeof value === 'boolean') return 5;
  return value instanceof Date ? 6 : 3;
};

const bytesOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

export const order = (a: Value | undefined, b: Value | undefined): number => {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (rank(a) === 0) return 0;
  if (typeof a === 'string') return bytesOrder(a, b as string);
  if (Array.isArray(a)) {
    const other = b as readonly Value[];
    for (let i = 0; i < Math.min(a.length, other.length); i++) {
      const difference = order(a[i] as Value, other[i]);
      if (difference !== 0) return difference;
    }
    return a.length - other.length;
  }
  return Number(a) - Number(b);
};

const field = (document: Document, path: string): Value | undefined => {
  const [head = '', tail] = path.split('.');
  const value = document[head];
  if (tail === undefined) return value;
  if (Array.isArray(value)) throw new Error('the model has no arrays of objects');
  return typeof value === 'object' && value !== null ? (value as Document)[tail] : undefined;
};

const candidates = (value: Value | undefined): readonly (Value | undefined)[] =>
  Array.isArray(value) ? [...(value as Value[]), value] : [value];

const tests: Readonly<Record<string, (value: Value | undefined, operand: Value) => boolean>> = {
  $eq: (value, operand) => candidates(value).some((one) => order(one, operand) === 0),
  $ne: (value, operand) => !candidates(value).some((one) => order(one, operand) === 0),
  $in: (value, operand) => (operand as Value[]).some((one) => tests['$eq']?.(value, one)),
  $nin: (value, operand) => !(operand as Value[]).some((one) => tests['$eq']?.(value, one)),
  $gt: (value, operand) =>
    candidates(value).some((one) => rank(one) === rank(operand) && order(one, operand) > 0),
  $gte: (value, operand) =>
    candidates(value).some((one) => rank(one) === rank(operand) && order(one, operand) >= 0),
  $lt: (value, operand) =>
    candidates(value).some((one) => rank(one) === rank(operand) && order(one, operand) < 0),
  $lte: (value, operand) =>
    candidates(value).some((one) => rank(one) === rank(operand) && order(one, operand) <= 0),
  $all: (value, operand) =>
    (operand as Value[]).length > 0 && (operand as Value[]).every((one) => tests['$eq']?.(value, one)),
  $exists: (value, operand) => (value !== undefined) === operand,
  $regex: (value, operand) =>
    candidates(value).some((one) => typeof one === 'string' && new RegExp(operand as string).test(one)),
};

export const matches = (document: Document, filter: Document): boolean =>
  Object.entries(filter).every(([key, condition]) => {
    if (key === '$and') return (condition as Document[]).every((part) => matches(document, part));
    if (key === '$or') return (condition as Document[]).some((part) => matches(document, part));
    return Object.entries(condition as Document).every(([operator, operand]) => {
      const test = tests[operator];
      if (!test) throw new Error(`the model does not know ${operator}`);
      return test(field(document, key), operand);
    });
  });

/** What a document sorts by: of an array the least element upwards, the greatest downwards. */
export const sortKey = (document: Document, path: string, direction: 1 | -1): { readonly key: Value } => {
  const value = field(document, path);
  if (!Array.isArray(value)) return { key: value ?? null };
  if (value.length === 0) return { key: [] };
  return { key: (value as Value[]).toSorted((a, b) => order(a, b) * direction)[0] ?? null };
};

const isEmpty = ({ key }: { readonly key: Value }): boolean => Array.isArray(key) && key.length === 0;

/** Sort keys in order: an empty array comes before everything, also null. */
export const orderOfKeys = (a: { readonly key: Value }, b: { readonly key: Value }): number =>
  Number(isEmpty(b)) - Number(isEmpty(a)) || order(a.key, b.key);
