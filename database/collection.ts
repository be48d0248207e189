/** One field: what it holds, in the words of those who edit it, and whether it tells something of a person. */
export type Field = {
  readonly type:
    | 'string'
    | 'integer'
    | 'number'
    | 'boolean'
    | 'day'
    | 'instant'
    | 'strings'
    | 'object'
    | 'objects'
    | 'any';
  readonly required?: true;
  readonly personal: boolean;
  readonly zh: string;
  readonly en: string;
};

/** An index as MongoDB has it: fields in order, 1 ascending, -1 descending. */
export type Index = {
  readonly name: string;
  readonly fields: readonly (readonly [path: string, direction: 1 | -1])[];
  readonly unique?: true;
};

/** A collection of the cloud database: who keeps it, what its fields mean, its indexes and its security rule. */
export type Collection = {
  readonly name: string;
  readonly owner: string;
  readonly keptBy: 'librarians' | 'functions' | 'derived';
  readonly zh: string;
  readonly en: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly indexes: readonly Index[];
  /** The rule for clients; functions bypass it. Every collection of the house denies them everything. */
  readonly rule: { readonly read: false; readonly write: false };
};
