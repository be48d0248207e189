/** What a source says of a copy, in its own words. `branch` is a code or a name; it is resolved when written. */
export type CopyDraft = {
  readonly barcode: string;
  readonly branch?: string | undefined;
  readonly shelf?: string | undefined;
  readonly callNumber?: string | undefined;
  readonly status?: string | undefined;
  readonly dueOn?: unknown;
  readonly loans?: unknown;
};

/** What a source says of a book, in its own words; what it does not say is absent. */
export type BookDraft = {
  /** The id the source gives the record: an own `_id`, or a MARC control number with its agency. */
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** The text is certainly as its source has it: a U+FFFD in it is not of our decoding. */
  readonly isTextExact: boolean;
  readonly authors: readonly string[];
  readonly publisher?: string | undefined;
  readonly year?: unknown;
  readonly isbns: readonly string[];
  readonly language?: string | undefined;
  readonly subjects: readonly string[];
  readonly clc?: string | undefined;
  readonly callNumber?: string | undefined;
  readonly summary?: string | undefined;
  readonly addedOn?: unknown;
  readonly copies: readonly CopyDraft[];
};
