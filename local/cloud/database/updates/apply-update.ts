import { update } from 'mingo/updater';
import { mingoOptions } from '../matching/mongo-meaning';
import { copyOf, isArray, isObject, type Document, type Value } from '../values/value';
import { modificationsOf } from './check-modifiers';
import { checkTarget } from './check-target';
import { applyMended } from './mended-operators';

/** Positions that an update skipped over hold null, as in MongoDB. */
const fillHoles = (value: Value | undefined): Value => {
  if (value === undefined) return null;
  if (isArray(value)) return Array.from(value, fillHoles);
  if (isObject(value)) for (const key of Object.keys(value)) value[key] = fillHoles(value[key]);
  return value;
};

/** Gives the document after an update with modifiers (`$set`, `$inc` …); the original stays as it was. */
export const applyUpdate = (document: Document, modifiers: Document): Document => {
  const modifications = modificationsOf(modifiers);
  for (const modification of modifications) checkTarget(document, modification);
  const next = copyOf(document);
  for (const modification of modifications) {
    const [operator, path, operand] = modification;
    if (operator === '$setOnInsert' || applyMended(next, modification)) continue;
    const one = { [operator]: { [path]: operand } };
    update(next, one as never, [], {}, { cloneMode: 'deep', queryOptions: mingoOptions });
  }
  return fillHoles(next) as Document;
};
