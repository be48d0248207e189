/**
 * The longest ids that can be asked for, in UTF-16 units: of a record or a copy, and of a branch. A document with a
 * longer one is named among the faults.
 */
export const longestId = { record: 64, branch: 32 } as const;
