import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { resultsWording } from '../wording/zh-CN/catalog/results';
import { bylineOf } from './book-lines';
import { highlight } from './highlight';
import type { Segment } from './highlight';

export type WorkCard = Output<ActionOf<'catalog.search'>>['results'][number];
/** Names of branches by id; an id without a name is left out of what is said. */
export type BranchNames = Readonly<Record<string, string>>;

export type ResultRow = {
  readonly workId: string;
  readonly bookId: string;
  readonly title: string;
  readonly titleSegments: readonly Segment[];
  readonly makers: string;
  readonly year: string;
  readonly callNumber: string;
  readonly editions: string;
  readonly availability: string;
  /** The row as it is read out to who does not see it. */
  readonly label: string;
  readonly tone: 'available' | 'out' | 'none';
};

/** Whether a copy may be borrowed now, and where the first one stands: `可借 3 · 总馆 三层`. */
export function availabilityOf(
  card: WorkCard,
  branchNames: BranchNames,
): Pick<ResultRow, 'availability' | 'tone'> {
  if (card.copies === 0) return { availability: resultsWording.noCopies, tone: 'none' };
  if (card.available === 0) return { availability: resultsWording.allOut(card.copies), tone: 'out' };
  const free = card.holdings.find(({ available }) => available > 0);
  const place = free ? [branchNames[free.branchId], free.shelf].filter(Boolean).join(' ') : '';
  const count = resultsWording.available(card.available);
  return { availability: place === '' ? count : `${count} · ${place}`, tone: 'available' };
}

/** A work as a row of a list, with what was searched marked in its title. */
export function resultRow(card: WorkCard, query: string, branchNames: BranchNames): ResultRow {
  const { makers, year } = bylineOf(card);
  const holding = availabilityOf(card, branchNames);
  return {
    workId: card.workId,
    bookId: card.bookId,
    title: card.title,
    titleSegments: highlight(card.title, query),
    makers,
    year,
    callNumber: card.callNumber ?? '',
    editions: card.editionIds.length > 1 ? resultsWording.editions(card.editionIds.length) : '',
    label: resultsWording.rowLabel(card.title, makers + year, holding.availability),
    ...holding,
  };
}
