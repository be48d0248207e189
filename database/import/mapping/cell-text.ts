import { tidy } from './marc-values';

/** A cell as text; numbers in full (an ISBN that Excel took for a number), days as `YYYY-MM-DD`. */
export const textOf = (cell: unknown): string | undefined => {
  if (typeof cell === 'string') return tidy(cell.normalize('NFC')) || undefined;
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : undefined;
  if (cell instanceof Date && !Number.isNaN(cell.getTime())) return cell.toISOString().slice(0, 10);
  return undefined;
};
