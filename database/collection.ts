/** One field: what it holds, in the words of those who edit it, and whether it tells something of a person. */
export type Field = {
  readonly type:
    | 'string'
    | 'integer'
    | 'number'
    | 'boolean'
    | 'day'
    | 'time'
    | 'instant'
    | 'strings'
    | 'integers'
    | 'days'
    | 'object'
    | 'objects'
    | 'any';
  readonly required?: true;
  readonly personal: boolean;
  readonly zh: string;
  readonly en: string;
  /** The only values it may have, where they are few. */
  readonly values?: readonly string[];
  /** What stands in it, where it is an object or a list of them. */
  readonly fields?: Readonly<Record<string, Field>>;
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

/** Phones reach data through functions only. */
export const deniesClients = { read: false, write: false } as const;
