import { randomBytes } from 'node:crypto';
import { isOperators } from '../matching/check-filter';
import type { Document, Value } from '../values/value';
import { applyUpdate } from './apply-update';

/** As the cloud gives ids: 32 hexadecimal digits. */
export const newId = (): string => randomBytes(16).toString('hex');

/** The fields that a filter fixes by equality: what an upsert starts from. */
const fixedBy = (filter: Document): Document => {
  const fixed: Document = {};
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and')
      for (const part of condition as readonly Document[]) Object.assign(fixed, fixedBy(part));
    else if (!path.startsWith('$')) {
      const value: Value | undefined = isOperators(condition) ? condition['$eq'] : condition;
      if (value !== undefined && !(value instanceof RegExp)) fixed[path] = value;
    }
  }
  return fixed;
};

/** The document that an upsert inserts where the filter found none. */
export const upserted = (filter: Document, data: Document, merge: boolean): Document => {
  const { _id, ...fixed } = fixedBy(filter);
  const id = _id ?? newId();
  if (!merge) return { _id: id, ...data };
  const started = Object.keys(fixed).length > 0 ? applyUpdate({ _id: id }, { $set: fixed }) : { _id: id };
  const { $setOnInsert, ...modifiers } = data;
  const inserted = $setOnInsert ? applyUpdate(started, { $set: $setOnInsert }) : started;
  return Object.keys(modifiers).length > 0 ? applyUpdate(inserted, modifiers) : inserted;
};
