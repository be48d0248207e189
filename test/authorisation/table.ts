import type { ActionName } from '../../cloudfunctions/api';
import { free } from './things';
import { circulationRows } from './table/circulation';
import { membershipRows } from './table/membership';
import { anyone, timer, type Row } from './table/rows';

/** Who may do what: a row for every action of every contract. README.md beside this file tells how to add one. */
export const table: Readonly<Record<ActionName | 'scheduler.run', Row>> = {
  'catalog.search': { cells: anyone, input: () => ({ query: '边城' }) },
  'catalog.suggest': { cells: anyone, input: () => ({ query: '边' }) },
  'catalog.book': { cells: anyone, input: () => ({ bookId: free.bookId }) },
  'catalog.newArrivals': { cells: anyone, input: () => ({}) },
  'catalog.hotSearches': { cells: anyone },
  'library.today': { cells: anyone },
  'scheduler.run': { cells: timer },
  ...membershipRows,
  ...circulationRows,
};
