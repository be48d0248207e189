import { requestFailed, unsupported } from '../errors';
import { isArray, isObject, type Document, type Value } from '../values/value';

/** A modifier applied to one path: `['$inc', 'stock', 3]`. */
export type Modification = readonly [operator: string, path: string, operand: Value];

const known = new Set(
  '$set $unset $inc $mul $min $max $rename $push $pop $pull $pullAll $addToSet $bit $currentDate $setOnInsert'.split(
    ' ',
  ),
);

const pushModifiers = new Set(['$each', '$slice', '$sort', '$position']);

/** The modifiers of an update, one by one; throws for what MongoDB refuses whatever the document holds. */
export const modificationsOf = (update: Document): readonly Modification[] => {
  const modifications = Object.entries(update).flatMap(([operator, paths]): Modification[] => {
    if (!operator.startsWith('$'))
      throw requestFailed(`the update must contain atomic operators, found the field ${operator}`);
    if (!known.has(operator)) throw requestFailed(`Unknown modifier: ${operator}`);
    if (!isObject(paths))
      throw requestFailed(`Modifiers operate on fields but we found another type for ${operator}`);
    return Object.entries(paths).map(([path, operand]) => [operator, path, operand] as const);
  });
  modifications.forEach(checkOperand);
  checkPaths(modifications);
  return modifications;
};

const checkOperand = ([operator, path, operand]: Modification): void => {
  if (path === '' || path.split('.').includes(''))
    throw requestFailed(`The update path '${path}' contains an empty field name`);
  if (/(^|\.)\$/.test(path)) throw unsupported(`the positional operator in the update path '${path}'`);
  if (path === '_id' || path.startsWith('_id.'))
    throw requestFailed(`Performing an update on the path '${path}' would modify the immutable field '_id'`);
  if ((operator === '$inc' || operator === '$mul') && typeof operand !== 'number')
    throw requestFailed(
      `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}}`,
    );
  if (operator === '$pullAll' && !isArray(operand))
    throw requestFailed('$pullAll requires an array argument');
  if (operator === '$rename' && typeof operand !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a string: ${path}`);
  if (operator === '$pop' && operand !== 1 && operand !== -1) throw requestFailed('$pop expects 1 or -1');
  if ((operator === '$push' || operator === '$addToSet') && isObject(operand)) checkEach(operator, operand);
};

const checkEach = (operator: string, operand: Document): void => {
  const first = Object.keys(operand)[0];
  if (first === undefined || !first.startsWith('$')) return;
  const allowed = operator === '$push' ? pushModifiers : new Set(['$each']);
  const unknown = Object.keys(operand).find((key) => !allowed.has(key));
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in ${operator}: ${unknown}`);
  if (!isArray(operand['$each']))
    throw requestFailed(`The argument to $each in ${operator} must be an array`);
};

/** Two modifiers may not touch one path, nor a path and another inside it. */
const checkPaths = (modifications: readonly Modification[]): void => {
  const paths = modifications.flatMap(([operator, path, operand]) =>
    operator === '$rename' ? [path, operand as string] : [path],
  );
  const sorted = paths.map((path) => path.split('.').join('\0')).toSorted();
  for (const [i, path] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next !== undefined && (next === path || next.startsWith(`${path}\0`)))
      throw requestFailed(
        `Updating the path '${next.replaceAll('\0', '.')}' would create a conflict at '${path.replaceAll('\0', '.')}'`,
      );
  }
};
