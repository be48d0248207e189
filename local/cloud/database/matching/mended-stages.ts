import type { Options } from 'mingo/types';
import type { Lazy } from 'mingo/lazy';
import { requestFailed } from '../errors';
import { compareValues, sameType } from '../values/order';
import { isArray, type Document, type Value } from '../values/value';

type Documents = ReturnType<typeof Lazy>;
/** As mingo calls a pipeline stage. */
type Stage = (documents: Documents, expression: never, options: Options) => Documents;

const boundariesOf = ({ boundaries }: Document): readonly Value[] => {
  const isRising =
    isArray(boundaries) &&
    boundaries.length > 1 &&
    boundaries.every((value, i) => {
      const before = boundaries[i - 1];
      return i === 0 || (sameType(before, value) && compareValues(before, value) < 0);
    });
  if (!isRising) throw requestFailed("The 'boundaries' of $bucket must be two or more of one type, rising");
  return boundaries;
};

const nowhere = '$nowhere';
const noBranch = '$switch could not find a matching branch for an input, and no default was specified.';

/**
 * `$bucket` as MongoDB does it: a group by the greatest boundary that a value reaches, sorted. mingo's own puts a value
 * that is a boundary into the bucket before, and gives the empty buckets too.
 */
const bucket =
  (group: Stage, sort: Stage): Stage =>
  (documents, expression, options) => {
    const { groupBy, output = { count: { $sum: 1 } }, ...given } = expression as Document;
    const boundaries = boundariesOf(given);
    const branches = boundaries.slice(1).map((end, i): Document => {
      const begin = { $literal: boundaries[i] as Value };
      const within = [{ $gte: [groupBy as Value, begin] }, { $lt: [groupBy as Value, { $literal: end }] }];
      // oxlint-disable-next-line unicorn/no-thenable -- MongoDB's word in a branch of $switch
      return { case: { $and: within }, then: begin };
    });
    const otherwise = 'default' in given ? given['default'] : nowhere;
    const _id = { $switch: { branches, default: { $literal: otherwise } } };
    const grouped = group(documents, { _id, ...(output as Document) } as never, options).map(
      (each: unknown) => {
        if ((each as Document)['_id'] === nowhere) throw requestFailed(noBranch);
        return each;
      },
    );
    return sort(grouped, { _id: 1 } as never, options);
  };

/** Of no documents there is no count, not even 0. */
const count =
  (stage: Stage): Stage =>
  (documents, expression, options) =>
    stage(documents, expression, options).filter(
      (each: unknown) => (each as Document)[expression as string] !== 0,
    );

/** The stages whose meaning in mingo differs from MongoDB's, in place of its own. */
export const mendedStages = (own: Readonly<Record<'$group' | '$sort' | '$count', unknown>>) => ({
  $bucket: bucket(own.$group as Stage, own.$sort as Stage),
  $count: count(own.$count as Stage),
});
