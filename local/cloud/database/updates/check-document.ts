import { requestFailed } from '../errors';
import { isArray, isObject, type Document, type Value } from '../values/value';

/** MongoDB's limit of a document. */
const largestDocument = 16 * 1024 * 1024;

const checkNames = (value: Value): void => {
  if (isArray(value)) value.forEach(checkNames);
  else if (isObject(value)) {
    for (const [key, field] of Object.entries(value)) {
      if (key.startsWith('$'))
        throw requestFailed(`The dollar ($) prefixed field '${key}' is not valid for storage`);
      if (key.includes('\0')) throw requestFailed('Key names cannot contain null bytes');
      checkNames(field);
    }
  }
};

/** Refuses what MongoDB would not store. */
export const checkDocument = (document: Document): void => {
  checkNames(document);
  const size = Buffer.byteLength(JSON.stringify(document));
  if (size > largestDocument)
    throw requestFailed(`BSONObj size: ${size} is invalid. Size must be between 0 and 16793600(16MB)`);
};
