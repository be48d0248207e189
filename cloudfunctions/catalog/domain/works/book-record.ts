import type { Day } from '../../../kernel/library-day';

/** A catalogue record, one for each edition, as the rules read it; what was missing or wrong is null or empty. */
export type BookRecord = {
  readonly bookId: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly year: number | null;
  /** Thirteen digits each. */
  readonly isbns: readonly string[];
  readonly language: string | null;
  readonly subjects: readonly string[];
  readonly clc: string | null;
  readonly callNumber: string | null;
  readonly summary: string | null;
  readonly addedOn: Day | null;
};

export const copyStatuses = [
  'available',
  'on-loan',
  'on-hold-shelf',
  'in-transit',
  'in-process',
  'reference',
  'missing',
] as const;
/** What stands on a copy: `available` is on its shelf and may be borrowed; `reference` is for use in the library. */
export type CopyStatus = (typeof copyStatuses)[number];

/** A copy; `loans` is how often it has been borrowed. */
export type CopyRecord = {
  readonly barcode: string;
  readonly bookId: string;
  readonly branchId: string;
  readonly shelf: string | null;
  readonly callNumber: string | null;
  readonly status: CopyStatus;
  readonly dueOn: Day | null;
  readonly loans: number;
};
