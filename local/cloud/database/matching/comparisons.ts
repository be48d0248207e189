import type { Options } from 'mingo/types';
import { compareValues, sameType, sameValue } from '../values/order';
import { candidatesAtPath, valuesAtPath } from '../values/paths';
import { isArray, isObject, type Value } from '../values/value';

/** As mingo calls a query operator: the dotted path, the operand, its options. */
type Operator = (selector: string, operand: unknown, options: Options) => (document: unknown) => boolean;
type Test = (candidate: Value | undefined) => boolean;

const anyCandidate =
  (selector: string, test: Test) =>
  (document: unknown): boolean =>
    candidatesAtPath(document as Value, selector.split('.')).some(test);

const equals = (operand: Value): Test =>
  operand === null
    ? (candidate) => candidate === null || candidate === undefined
    : (candidate) => sameValue(candidate, operand);

const matchesRegExp =
  (pattern: RegExp): Test =>
  (candidate) =>
    typeof candidate === 'string' ? pattern.test(candidate) : sameValue(candidate, pattern);

const equalsOrMatches = (operand: Value): Test =>
  operand instanceof RegExp ? matchesRegExp(operand) : equals(operand);

/** `$gte: null` finds null and missing fields, as MongoDB has it; other ranges stay within the operand's type. */
const inRange =
  (fits: (difference: number) => boolean) =>
  (operand: Value): Test =>
  (candidate) =>
    sameType(candidate, operand) && !isNaNPair(candidate, operand) && fits(compareValues(candidate, operand));

/** NaN is less than every number in sorting, yet in no range but its own. */
const isNaNPair = (a: Value | undefined, b: Value): boolean => Number.isNaN(a) !== Number.isNaN(b);

const operator =
  (test: (operand: Value) => Test): Operator =>
  (selector, operand) =>
    anyCandidate(selector, test(operand as Value));

const negated =
  (positive: Operator): Operator =>
  (selector, operand, options) => {
    const test = positive(selector, operand, options);
    return (document) => !test(document);
  };

const $eq = operator(equals);

const isPrimitive = (value: Value): boolean => /^(string|number|boolean)$/.test(typeof value);

/** A list may hold thousands of ids: those are looked up, only what is no primitive is tested one by one. */
const $in: Operator = (selector, operand) => {
  const values = operand as readonly Value[];
  const primitives = new Set<Value | undefined>(values.filter(isPrimitive));
  const tests = values.filter((value) => !isPrimitive(value)).map(equalsOrMatches);
  return anyCandidate(
    selector,
    (candidate) => primitives.has(candidate) || tests.some((test) => test(candidate)),
  );
};

/** Every element must be found; an array operand also equals the whole field; a single value counts as an array. */
const all =
  (elemMatch: Operator): Operator =>
  (selector, operand, options) => {
    const tests = (operand as readonly Value[]).map((element) =>
      isObject(element) && '$elemMatch' in element
        ? elemMatch(selector, element['$elemMatch'], options)
        : anyCandidate(selector, equalsOrMatches(element)),
    );
    return (document) => tests.length > 0 && tests.every((test) => test(document));
  };

const $exists: Operator = (selector, operand) => (document) =>
  valuesAtPath(document as Value, selector.split('.')).some((value) => value !== undefined) ===
  Boolean(operand);

const $size: Operator = (selector, operand) => (document) =>
  valuesAtPath(document as Value, selector.split('.')).some(
    (value) => isArray(value) && value.length === operand,
  );

/**
 * The comparisons whose meaning in mingo differs from MongoDB's: objects are equal only with their keys in the same
 * order, strings compare by UTF-8, null and arrays follow MongoDB's rules. Handed to mingo in place of its own.
 */
export const comparisons = (elemMatch: Operator): Readonly<Record<`$${string}`, Operator>> => ({
  $eq,
  $ne: negated($eq),
  $in,
  $nin: negated($in),
  $gt: operator(inRange((difference) => difference > 0)),
  $gte: operator(inRange((difference) => difference >= 0)),
  $lt: operator(inRange((difference) => difference < 0)),
  $lte: operator(inRange((difference) => difference <= 0)),
  $all: all(elemMatch),
  $exists,
  $size,
});
