/** Why nothing of a whole file was imported; `unreadable-file` for all that has no words of its own. */
export const fileFaults = [
  'unreadable-file',
  'missing-file',
  'is-folder',
  'no-permission',
  'empty-file',
  'bad-gzip',
  'not-excel',
  'unknown-format',
  'no-header',
  'no-patron-header',
  'no-loan-header',
] as const;
export type FileFault = (typeof fileFaults)[number];

/** Why a record, or a whole file, was not imported. */
export const rejectionCodes = [
  ...fileFaults,
  'bad-leader',
  'bad-directory',
  'bad-encoding',
  'bad-xml',
  'bad-json',
  'bad-row',
  'too-long',
  'truncated',
  'no-title',
  'same-isbn',
  'no-barcode',
  'bad-loan-day',
  'bad-renewals',
  'unknown-card',
  'unknown-barcode',
  'on-loan-already',
  'kept-for-other',
  'returned-already',
  'no-card',
  'bad-card',
  'no-name',
  'unknown-category',
  'bad-end-day',
  'bad-pin',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** What was wrong with a record that was imported all the same. */
export const warningCodes = [
  'mended-length',
  'mended-directory',
  'bad-tag',
  'bad-indicator',
  'bad-subfield-code',
  'bad-encoding',
  'bad-isbn',
  'bad-year',
  'bad-day',
  'bad-class',
  'bad-language',
  'bad-barcode',
  'bad-status',
  'no-branch',
  'unknown-branch',
  'shortened',
  'unknown-column',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** `record` counts from 1 in the file; 0 is the file itself. `reason` is English, for whoever mends the file. */
export type Rejection = {
  readonly file: string;
  readonly record: number;
  readonly code: RejectionCode;
  readonly reason: string;
};
export type Remark = Omit<Rejection, 'code'> & {
  readonly code: WarningCode;
  /** What the source has there. */
  readonly value?: string;
};

/**
 * What an import did. `read` = `added` + `updated` + `unchanged` + the rejected records (those with `record` > 0).
 * `copies` are counted apart; `warnings` keeps the first hundred of each code and `warned` the numbers of all.
 */
export type Report = {
  read: number;
  added: number;
  updated: number;
  unchanged: number;
  rejected: Rejection[];
  copies: { added: number; updated: number; unchanged: number };
  /** Initial PINs of patrons: hashed now, or left as the patron or an earlier import made them. */
  pins?: { set: number; kept: number };
  warned: Partial<Record<WarningCode, number>>;
  warnings: Remark[];
  /** It was told to stop (Ctrl-C, SIGTERM): what it says holds for the records up to there. */
  interrupted?: true;
};

const warningsKept = 100;

/** The report of an import that has read nothing yet. */
export const emptyReport = (): Report => ({
  read: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  rejected: [],
  copies: { added: 0, updated: 0, unchanged: 0 },
  warned: {},
  warnings: [],
});

/** Counts a warning, and keeps it as long as there are not too many of its kind. */
export const addWarning = (report: Report, remark: Remark): void => {
  const count = (report.warned[remark.code] ?? 0) + 1;
  report.warned[remark.code] = count;
  if (count <= warningsKept) report.warnings.push(remark);
};

/** True when a whole file could not be read, or no record of all that were: the command then ends with 2. */
export const isUnreadable = ({ read, rejected }: Report): boolean =>
  rejected.some(({ record }) => record === 0) || (read > 0 && rejected.length === read);
