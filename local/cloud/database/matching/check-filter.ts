import { requestFailed, unsupported } from '../errors';
import { isArray, isObject, type Document, type Value } from '../values/value';

const logical = new Set(['$and', '$or', '$nor']);
const lists = new Set(['$in', '$nin', '$all']);
const known = new Set([
  ...'$eq $ne $gt $gte $lt $lte $exists $size $mod $type $regex $options $elemMatch $not'.split(' '),
  ...'$bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear'.split(' '),
  ...lists,
]);
const refused = new Set(
  '$where $text $jsonSchema $near $nearSphere $geoWithin $geoIntersects $rand $sampleRate $comment'.split(
    ' ',
  ),
);

const refuse = (operator: string): never => {
  if (refused.has(operator)) throw unsupported(`the query operator ${operator}`);
  throw requestFailed(`unknown operator: ${operator}`);
};

/** An object with operators, as against a value to be equal to. */
export const isOperators = (value: Value): value is Document =>
  isObject(value) && Object.keys(value)[0]?.startsWith('$') === true;

const checkOperand = (operator: string, operand: Value): void => {
  if (!known.has(operator)) refuse(operator);
  if (lists.has(operator) && !isArray(operand)) throw requestFailed(`${operator} needs an array`);
  if (operator === '$not') {
    if (!(operand instanceof RegExp) && !isOperators(operand))
      throw requestFailed('$not needs a regex or a document');
    if (isOperators(operand)) checkOperators(operand);
  }
  if (operator === '$size' && !(Number.isInteger(operand) && Number(operand) >= 0))
    throw requestFailed('Failed to parse $size. Expected a non-negative number');
  if (operator === '$mod' && !(isArray(operand) && operand.length === 2 && operand[0] !== 0))
    throw requestFailed('malformed mod, needs to be an array of two numbers, the divisor not 0');
  if (operator === '$elemMatch') {
    if (!isObject(operand)) throw requestFailed('$elemMatch needs an Object');
    if (isOperators(operand) && !logical.has(Object.keys(operand)[0] as string)) checkOperators(operand);
    else checkFilter(operand);
  }
};

const checkOperators = (operators: Document): void => {
  for (const [operator, operand] of Object.entries(operators)) {
    if (!operator.startsWith('$')) throw requestFailed(`unknown operator: ${operator}`);
    checkOperand(operator, operand);
  }
};

/** Refuses, by name and before any document is read, what MongoDB refuses and what this engine does not do. */
export const checkFilter = (filter: Document): void => {
  for (const [key, condition] of Object.entries(filter)) {
    if (logical.has(key)) {
      if (!isArray(condition) || condition.length === 0 || !condition.every(isObject))
        throw requestFailed(`${key} must be a nonempty array of objects`);
      condition.forEach(checkFilter);
    } else if (key === '$expr') continue;
    else if (key.startsWith('$')) refuse(key);
    else if (isOperators(condition)) checkOperators(condition);
  }
};
