import { requestFailed } from '../errors';
import { isArray, isObject, show, type Document, type Value } from '../values/value';
import type { Modification } from './check-modifiers';

const typeName = (value: Value): string => {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  return typeof value === 'number' ? 'number' : typeof value;
};

/** Creates nothing where the way is barred: by a scalar, or by an array without a position. */
const checkWay = (document: Document, path: string): Value | undefined => {
  let value: Value | undefined = document;
  const parts = path.split('.');
  for (const [i, part] of parts.entries()) {
    if (value === undefined) return undefined;
    if (isArray(value)) {
      if (!/^\d+$/.test(part)) throw blocked(part, parts[i - 1], value);
      value = value[Number(part)];
    } else if (isObject(value)) value = Object.hasOwn(value, part) ? value[part] : undefined;
    else throw blocked(part, parts[i - 1], value);
  }
  return value;
};

const blocked = (part: string, parent: string | undefined, value: Value) =>
  requestFailed(`Cannot create field '${part}' in element {${parent}: ${typeName(value)}}`);

const needsNumber = new Set(['$inc', '$mul', '$bit']);
const needsArray = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet']);
const createsNothing = new Set(['$unset', '$pull', '$pullAll', '$pop']);

/** What MongoDB refuses for the document at hand, and mingo passes over in silence. */
export const checkTarget = (document: Document, [operator, path, operand]: Modification): void => {
  if (operator === '$rename') return checkRename(document, path, operand as string);
  if (createsNothing.has(operator) && isBarred(document, path)) return undefined;
  const value = checkWay(document, path);
  if (value === undefined) return undefined;
  if (needsNumber.has(operator) && typeof value !== 'number')
    throw requestFailed(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(document['_id'])}} has the field '${path}' of non-numeric type ${typeName(value)}`,
    );
  if (needsArray.has(operator) && !isArray(value))
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${show(document['_id'])}}`,
    );
  return undefined;
};

const isBarred = (document: Document, path: string): boolean => {
  try {
    checkWay(document, path);
    return false;
  } catch {
    return true;
  }
};

const checkRename = (document: Document, from: string, to: string): void => {
  for (const path of [from, to]) {
    let value: Value | undefined = document;
    for (const part of path.split('.').slice(0, -1)) {
      value = isObject(value) ? value[part] : undefined;
      if (isArray(value))
        throw requestFailed(`The source or destination of $rename '${path}' is inside an array`);
    }
  }
};
