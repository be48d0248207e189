import type { Collection, Index } from '../../../../database/collection';

/** A collection for a test; indexes as lists of fields, named after them. */
export const collectionOf = (
  name: string,
  indexes: readonly (readonly (readonly [path: string, direction: 1 | -1])[])[] = [],
  options: Pick<Index, 'unique'> = {},
): Collection => ({
  name,
  owner: 'test',
  keptBy: 'functions',
  zh: name,
  en: name,
  fields: {},
  indexes: indexes.map((fields) => ({
    name: fields.map(([path, direction]) => `${path}_${direction}`).join('_'),
    fields,
    ...options,
  })),
  rule: { read: false, write: false },
});
