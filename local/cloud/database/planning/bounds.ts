import { emptyArrayKey, encodeStringPrefix, encodeValue, typeRange } from '../indexes/encode-value';
import { isArray, type Value } from '../values/value';
import type { Condition } from './conditions';
import { beginningWith, between, outside, pointAt, union, type Interval } from './intervals';

/**
 * What a predicate allows of an index field. `exact`: every key within satisfies it. `covered`: where the index has
 * no array, the key tells whether the predicate holds.
 */
export type FieldBounds = {
  readonly intervals: readonly Interval[];
  readonly exact: boolean;
  readonly covered?: (text: string) => boolean;
};

type Build = (operand: Value, descending: boolean) => FieldBounds | undefined;

const equality: Build = (operand, descending) => {
  if (operand === null)
    return { intervals: union([pointAt('\x0f', descending), pointAt('\x10', descending)]), exact: false };
  if (!isArray(operand)) return { intervals: [pointAt(encodeValue(operand), descending)], exact: true };
  const first = operand.length > 0 ? encodeValue(operand[0]) : emptyArrayKey;
  return {
    intervals: union([pointAt(first, descending), pointAt(encodeValue(operand), descending)]),
    exact: false,
  };
};

/** The letters that every match of a regular expression begins with, and whether they say all of it. */
const literalPrefix = ({ source, flags }: RegExp): { prefix: string; exact: boolean } => {
  if (!source.startsWith('^') || /[im]/.test(flags) || source.includes('|'))
    return { prefix: '', exact: false };
  const literal = /^(?:[^\\^$.*+?()[\]{}|]|\\[^a-zA-Z0-9])*/u.exec(source.slice(1))?.[0] ?? '';
  const rest = source.slice(1 + literal.length);
  const optionalLast = /^[*?{]/.test(rest);
  const kept = optionalLast ? literal.replace(/\\?[\s\S]$/u, '') : literal;
  return { prefix: kept.replace(/\\(.)/gu, '$1'), exact: rest === '' || rest === '.*' };
};

const regularExpression: Build = (operand, descending) => {
  const pattern = operand as RegExp;
  const { prefix, exact } = literalPrefix(pattern);
  return {
    intervals: union([
      beginningWith(encodeStringPrefix(prefix), descending),
      pointAt(encodeValue(pattern), descending),
    ]),
    exact,
    ...(exact ? {} : { covered: (text: string) => pattern.test(text) }),
  };
};

const oneOf: Build = (operand, descending) => {
  const bounds = (operand as readonly Value[]).map((value) =>
    value instanceof RegExp ? regularExpression(value, descending) : equality(value, descending),
  );
  return {
    intervals: union(bounds.flatMap((bound) => bound?.intervals ?? [])),
    exact: bounds.every((bound) => bound?.exact === true),
  };
};

const isComparable = (operand: Value): boolean =>
  operand !== null && !isArray(operand) && !(operand instanceof RegExp) && !Number.isNaN(operand);

/** From the operand to the end of its type, or from the beginning; NaN belongs to no range. */
const range =
  (side: 'above' | 'below', inclusive: boolean): Build =>
  (operand, descending) => {
    if (!isComparable(operand)) return undefined;
    const [typeFirst, typeEnd] = typeRange(operand);
    const edge = { prefix: encodeValue(operand), after: (side === 'above') !== inclusive };
    const first = { prefix: typeof operand === 'number' ? '\x21' : typeFirst, after: false };
    const end = { prefix: typeEnd, after: false };
    return {
      intervals: [side === 'above' ? between(edge, end, descending) : between(first, edge, descending)],
      exact: true,
    };
  };

const isScalar = (value: Value): boolean => value !== null && !isArray(value) && !(value instanceof RegExp);

const notOneOf: Build = (operand, descending) => {
  const values = operand as readonly Value[];
  if (!values.every(isScalar)) return undefined;
  return {
    intervals: outside(union(values.map((value) => pointAt(encodeValue(value), descending)))),
    exact: true,
  };
};

const builders: Readonly<Record<string, Build>> = {
  $eq: equality,
  $in: oneOf,
  $gt: range('above', false),
  $gte: range('above', true),
  $lt: range('below', false),
  $lte: range('below', true),
  $regex: regularExpression,
  $ne: (operand, descending) => notOneOf([operand], descending),
  $nin: notOneOf,
  $exists: (operand, descending) =>
    operand === false ? { ...equality(null, descending)!, exact: false } : undefined,
};

/** The bounds that a predicate sets on an index field, or undefined where an index is of no help. */
export const boundsOf = ({ operator, operand }: Condition, descending: boolean): FieldBounds | undefined =>
  builders[operator]?.(operand, descending);
