import type { RejectionCode, Remark } from '../report';

/** One data field of a MARC record: its tag, two indicators, and its subfields in their order. */
export type DataField = {
  readonly tag: string;
  readonly indicators: string;
  readonly subfields: readonly (readonly [code: string, value: string])[];
};

export type ControlField = { readonly tag: string; readonly value: string };

/** A MARC record of any flavour, its text already decoded and in Unicode's composed form. */
export type MarcRecord = {
  readonly leader: string;
  readonly control: readonly ControlField[];
  readonly data: readonly DataField[];
};

/** A row of a table or a JSON object: column name → cell. */
export type Row = Readonly<Record<string, unknown>>;

/** Something that was wrong with a record without costing us the record. */
export type Warning = Omit<Remark, 'file' | 'record'>;

/**
 * What a reader gives for each record it finds, in the file's order. `record` counts the file's records from 1
 * (in a table the rows below the header, in JSON Lines the lines), so that a person finds the bad one.
 */
export type RawRecord =
  | {
      readonly kind: 'marc';
      readonly record: number;
      readonly marc: MarcRecord;
      readonly warnings: Warning[];
    }
  | {
      readonly kind: 'row';
      readonly record: number;
      readonly row: Row;
      /** Nothing was lost in decoding, as a reader of strict UTF-8 knows. */
      readonly isTextExact: boolean;
      readonly warnings: Warning[];
    };

export type RejectedRecord = {
  readonly kind: 'rejected';
  readonly record: number;
  readonly code: RejectionCode;
  readonly reason: string;
};

export type RecordReader = AsyncIterable<RawRecord | RejectedRecord>;
