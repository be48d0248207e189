import type { CopyRecord, CopyStatus } from './book-record';

/** What a patron can have soonest comes first. */
const standing: Readonly<Partial<Record<CopyStatus, number>>> = { available: 0, reference: 1, 'on-loan': 2 };
const notToBeHad = 3;

/** What `compareCopies` looks at: where a copy stands, when it comes back, and which one it is. */
type Copy = Pick<CopyRecord, 'barcode' | 'branchId' | 'status' | 'dueOn'>;

const placeOf = ({ branchId, barcode }: Copy): string => `${branchId}/${barcode}`;

/**
 * Copies as a patron looks for them: free ones first, then those to read in the library, then those on loan, the one
 * due back first; the rest is settled by branch and barcode.
 */
export const compareCopies = (a: Copy, b: Copy): number => {
  const byStanding = (standing[a.status] ?? notToBeHad) - (standing[b.status] ?? notToBeHad);
  if (byStanding !== 0) return byStanding;
  const [dueA, dueB] = [a.dueOn ?? '9', b.dueOn ?? '9'];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return placeOf(a) < placeOf(b) ? -1 : 1;
};
