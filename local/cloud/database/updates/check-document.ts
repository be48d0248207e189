import { requestFailed } from '../errors';
import { isArray, isObject, type Document, type Value } from '../values/value';

/** MongoDB's limit of a document. */
const largestDocument = 16 * 1024 * 1024;

/** Each object and each array is a level (https://www.mongodb.com/docs/manual/reference/limits/). */
const mostLevels = 100;

const checkInside = (value: Value, level = 1): void => {
  if (level > mostLevels && (isArray(value) || isObject(value)))
    throw requestFailed(`Document exceeds maximum nesting depth of ${mostLevels}`);
  if (isArray(value)) for (const element of value) checkInside(element, level + 1);
  else if (isObject(value)) {
    for (const [key, field] of Object.entries(value)) {
      if (key.startsWith('$'))
        throw requestFailed(`The dollar ($) prefixed field '${key}' is not valid for storage`);
      if (key.includes('\0')) throw requestFailed('Key names cannot contain null bytes');
      checkInside(field, level + 1);
    }
  }
};

/** Refuses what MongoDB would not store. */
export const checkDocument = (document: Document): void => {
  checkInside(document);
  const size = Buffer.byteLength(JSON.stringify(document));
  if (size > largestDocument)
    throw requestFailed(`BSONObj size: ${size} is invalid. Size must be between 0 and 16793600(16MB)`);
};
