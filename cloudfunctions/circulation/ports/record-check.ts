import type { DocumentFault } from '../../kernel/document-fault';

/** What functions keep and staff may have edited; each has its turn. */
export const checkedRecords = [
  'patron_circulation',
  'title_circulation',
  'holds',
  'fines',
  'payments',
  'loans',
  'loan_choices',
] as const;
export type CheckedRecords = (typeof checkedRecords)[number];

/** Whose turn it is, and how far each has been gone through: the id after which it goes on, '' = from the start. */
export type CheckProgress = {
  readonly turn: number;
  readonly after: Readonly<Partial<Record<CheckedRecords, string>>>;
};

/** What the check of records reads, a query each. */
export type RecordCheck = {
  progress(): Promise<CheckProgress>;
  keepProgress(progress: CheckProgress): Promise<void>;
  /** The next documents in the order of their ids, and what is wrong in them. */
  next(
    collection: CheckedRecords,
    after: string,
    most: number,
  ): Promise<{ readonly ids: readonly string[]; readonly faults: readonly DocumentFault[] }>;
  /**
   * Documents of any of them that are on the list of faults, as the list names them, and what is wrong in them now: one
   * query where none is.
   */
  listed(
    most: number,
  ): Promise<{ readonly documentIds: readonly string[]; readonly faults: readonly DocumentFault[] }>;
};
