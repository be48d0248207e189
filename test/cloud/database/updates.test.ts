import { applyUpdate } from '../../../local/cloud/database/updates/apply-update';
import { upserted } from '../../../local/cloud/database/updates/upsert';
import type { Document } from '../../../local/cloud/database/values/value';

/** Documented results of MongoDB's update operators. */
const results: readonly (readonly [document: Document, update: Document, expected: Document])[] = [
  [{}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
  [{ a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
  [{ a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
  [{ a: [{ k: 1 }] }, { $set: { 'a.0.k': 2 } }, { a: [{ k: 2 }] }],
  [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  [{}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }],
  [{ n: 2 }, { $mul: { n: 3 } }, { n: 6 }],
  [{}, { $mul: { n: 3 } }, { n: 0 }],
  [{ n: 5 }, { $min: { n: 3 } }, { n: 3 }],
  [{ n: 5 }, { $max: { n: 3 } }, { n: 5 }],
  [{ a: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  [{ a: [1, 2] }, { $push: { a: { $each: [0], $position: 0 } } }, { a: [0, 1, 2] }],
  [{ a: [1, 2, 3] }, { $push: { a: { $each: [4], $slice: -2 } } }, { a: [3, 4] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1 } } }, { a: [1, 2, 3] }],
  [{}, { $push: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [{ a: [{ k: 1 }, { k: 2 }] }, { $pull: { a: { k: { $gte: 2 } } } }, { a: [{ k: 1 }] }],
  [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
  [
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  [{ o: { x: 1, y: 2 } }, { $set: { o: { y: 2, x: 1 } } }, { o: { y: 2, x: 1 } }],
  [{ a: [{ x: 1, y: 2 }] }, { $pullAll: { a: [{ y: 2, x: 1 }] } }, { a: [{ x: 1, y: 2 }] }],
  [{ n: 5 }, { $bit: { n: { and: 4 } } }, { n: 4 }],
];

/** What MongoDB refuses, and the words by which it says so. */
const refusals: readonly (readonly [document: Document, update: Document, message: RegExp])[] = [
  [{ a: 'x' }, { $inc: { a: 1 } }, /non-numeric type/],
  [{ a: 1 }, { $inc: { a: 'x' } }, /non-numeric argument/],
  [{ a: [{ k: 1 }] }, { $set: { 'a.k': 9 } }, /Cannot create field 'k'/],
  [{ a: 1 }, { $set: { 'a.b': 9 } }, /Cannot create field 'b'/],
  [{ a: 1 }, { $set: { a: 2 }, $inc: { a: 1 } }, /would create a conflict at 'a'/],
  [{ a: {} }, { $set: { 'a.b': 2, a: 1 } }, /would create a conflict at 'a'/],
  [{}, { $set: { _id: 'x' } }, /immutable field '_id'/],
  [{ a: 1 }, { $push: { a: 1 } }, /must be an array/],
  [{ a: 1 }, { $pull: { a: 1 } }, /must be an array/],
  [{ a: [] }, { $push: { a: { $each: [1], $frob: 1 } } }, /Unrecognized clause in \$push: \$frob/],
  [{ a: [] }, { $push: { a: { $each: 1 } } }, /must be an array/],
  [{ a: [] }, { $pop: { a: 2 } }, /\$pop expects 1 or -1/],
  [{}, { $frobnicate: { a: 1 } }, /Unknown modifier: \$frobnicate/],
  [{}, { a: 1 }, /atomic operators/],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, /does not support the positional operator/],
];

describe('update operators', () => {
  it.each(results)('%j after %j is %j', (document, update, expected) => {
    const before = structuredClone(document);
    expect(JSON.stringify(applyUpdate(document, update))).toBe(JSON.stringify(expected));
    expect(document).toEqual(before);
  });

  it.each(refusals)('%j refuses %j', (document, update, message) => {
    expect(() => applyUpdate(document, update)).toThrow(message);
  });

  it('an upsert begins with what the query fixes', () => {
    expect(upserted({ _id: 'a', 'o.x': 1, n: { $gt: 3 } }, { $inc: { n: 1 } }, true)).toEqual({
      _id: 'a',
      o: { x: 1 },
      n: 1,
    });
    expect(upserted({ _id: 'a', n: 5 }, { m: 1 }, false)).toEqual({ _id: 'a', m: 1 });
  });
});
