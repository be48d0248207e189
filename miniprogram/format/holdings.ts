import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { bookWording } from '../wording/zh-CN/catalog/book';
import { copyStatusNames } from '../wording/zh-CN/catalog/catalogue-terms';
import { dayLabel } from './day-labels';
import type { BranchNames } from './result-row';

export type Copy = Output<ActionOf<'catalog.book'>>['copies'][number];

export type CopyLine = {
  readonly barcode: string;
  readonly place: string;
  readonly detail: string;
  readonly status: string;
  readonly tone: 'available' | 'out' | 'other';
  /** Whether waiting for this very copy gets the patron what no other copy would: another volume, or another branch. */
  readonly isWorthWaiting: boolean;
};

/** Where to go for a book, or when it comes back. `copy` is set when one can be taken from its shelf. */
export type WhereToGet = { readonly text: string; readonly copy: Copy | null };

function statusOf({ status, dueOn }: Copy, today: string): string {
  if (status !== 'on-loan' || dueOn === null) return copyStatusNames[status];
  return dueOn < today ? bookWording.overdue : bookWording.dueBack(dayLabel(dueOn, today));
}

const toneOf = ({ status }: Copy): CopyLine['tone'] => {
  if (status === 'available') return 'available';
  return status === 'on-loan' ? 'out' : 'other';
};

const comesBack: ReadonlySet<Copy['status']> = new Set(['on-loan', 'on-hold-shelf', 'in-transit']);

const isWorthWaiting = (copy: Copy, all: readonly Copy[]): boolean => {
  const isLike = ({ branchId, callNumber }: Copy): boolean =>
    branchId === copy.branchId && callNumber === copy.callNumber;
  return (
    comesBack.has(copy.status) &&
    all.some((other) => !isLike(other)) &&
    !all.some((other) => isLike(other) && other.status === 'available')
  );
};

/** One of `all` copies as a line: its place, its call number, and how it stands on the library's day `today`. */
export const copyLine = (
  copy: Copy,
  all: readonly Copy[],
  branchNames: BranchNames,
  today: string,
): CopyLine => ({
  barcode: copy.barcode,
  place: [branchNames[copy.branchId] ?? bookWording.unknownBranch, copy.shelf].filter(Boolean).join(' · '),
  detail: copy.callNumber ?? '',
  status: statusOf(copy, today),
  tone: toneOf(copy),
  isWorthWaiting: isWorthWaiting(copy, all),
});

/** The one line that answers „can I have it?“, for the foot of the page; `copies` as they came, the best one first. */
export function whereToGet(copies: readonly Copy[], branchNames: BranchNames, today: string): WhereToGet {
  const [best] = copies;
  if (best === undefined) return { text: bookWording.noneHere, copy: null };
  if (best.status === 'available') {
    const place = best.shelf ?? branchNames[best.branchId] ?? best.callNumber ?? '';
    return { text: bookWording.onShelf(place), copy: best };
  }
  if (best.status === 'reference') return { text: bookWording.referenceOnly, copy: best };
  if (best.status === 'on-loan' && best.dueOn !== null && best.dueOn >= today)
    return { text: bookWording.earliest(dayLabel(best.dueOn, today)), copy: null };
  return { text: bookWording.allOut, copy: null };
}
