import { isOperators } from '../matching/check-filter';
import { isArray, show, type Document, type Value } from '../values/value';

/** One predicate on one field. */
export type Condition = { readonly path: string; readonly operator: string; readonly operand: Value };

/** A filter as the planner sees it: predicates that must all hold, and `$or`s beside them. */
export type Conditions = {
  readonly predicates: readonly Condition[];
  readonly alternatives: readonly (readonly Document[])[];
  /** Nothing else is asked (`$nor`, `$expr`). */
  readonly complete: boolean;
};

const fromEqual = (path: string, value: Value): Condition[] => [
  { path, operator: value instanceof RegExp ? '$regex' : '$eq', operand: value },
];

const fromField = (path: string, value: Value): Condition[] => {
  if (!isOperators(value)) return fromEqual(path, value);
  const { $regex, $options, ...rest } = value;
  const regex =
    $regex === undefined
      ? []
      : [{ path, operator: '$regex', operand: asRegExp($regex, $options) satisfies Value }];
  return [
    ...Object.entries(rest).flatMap(([operator, operand]) => fromOperator(path, operator, operand)),
    ...regex,
  ];
};

const asRegExp = (pattern: Value, options: Value | undefined): RegExp =>
  pattern instanceof RegExp
    ? new RegExp(pattern, show(options ?? pattern.flags))
    : new RegExp(show(pattern), show(options ?? ''));

/** `$all` is as many equalities; MongoDB bounds a multikey index by the first of them. */
const fromOperator = (path: string, operator: string, operand: Value): Condition[] => {
  if (operator === '$all' && isArray(operand)) {
    if (operand.length === 0) return [{ path, operator: '$in', operand: [] }];
    return operand.flatMap((element) =>
      isOperators(element) ? [{ path, operator: '$elemMatch', operand: element }] : fromEqual(path, element),
    );
  }
  return [{ path, operator, operand }];
};

/** Takes a filter apart; `complete` where nothing of it was left out. */
export const conditionsOf = (filter: Document): Conditions => {
  const predicates: Condition[] = [];
  const alternatives: (readonly Document[])[] = [];
  let complete = true;
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and') {
      for (const part of value as readonly Document[]) {
        const inner = conditionsOf(part);
        predicates.push(...inner.predicates);
        alternatives.push(...inner.alternatives);
        complete &&= inner.complete;
      }
    } else if (key === '$or') alternatives.push(value as readonly Document[]);
    else if (key.startsWith('$')) complete = false;
    else predicates.push(...fromField(key, value));
  }
  return { predicates, alternatives, complete };
};
