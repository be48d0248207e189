import { setValue } from 'mingo/util';
import { sameValue } from '../values/order';
import { valuesAtPath } from '../values/paths';
import { copyOf, isArray, isObject, type Document, type Value } from '../values/value';
import type { Modification } from './check-modifiers';

type Mended = (old: Value | undefined, operand: Value) => Value | undefined;

const elements = (operand: Value): readonly Value[] =>
  isObject(operand) && isArray(operand['$each']) ? operand['$each'] : [operand];

const addToSet: Mended = (old, operand) => {
  const set: Value[] = isArray(old) ? [...old] : [];
  for (const element of elements(operand)) if (!set.some((one) => sameValue(one, element))) set.push(element);
  return set;
};

const pullAll: Mended = (old, operand) =>
  isArray(old)
    ? old.filter((one) => !(operand as readonly Value[]).some((gone) => sameValue(one, gone)))
    : undefined;

const operators: Readonly<Record<string, Mended>> = {
  $set: (_, operand) => operand,
  $addToSet: addToSet,
  $pullAll: pullAll,
};

/**
 * The modifiers that compare values, which mingo does without regard to the order of keys: for it `{x, y}` is already
 * `{y, x}`. Changes the document and tells whether it did the modification.
 */
export const applyMended = (document: Document, [operator, path, operand]: Modification): boolean => {
  const mended = operators[operator];
  if (!mended) return false;
  const value = mended(valuesAtPath(document, path.split('.'))[0], operand);
  if (value !== undefined) setValue(document, path, copyOf(value));
  return true;
};
