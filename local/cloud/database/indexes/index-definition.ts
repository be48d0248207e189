import type { Index } from '../../../../database/collection';

export type IndexField = {
  readonly path: readonly string[];
  readonly name: string;
  readonly descending: boolean;
};

/** An index of a collection, ready for use. `multikey[i]` tells whether field `i` ever met an array. */
export type IndexDefinition = {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  multikey: readonly boolean[];
};

/** The fields of an index as the engine walks them. */
export const indexFields = (index: Index): readonly IndexField[] =>
  index.fields.map(([name, direction]) => ({ name, path: name.split('.'), descending: direction === -1 }));
