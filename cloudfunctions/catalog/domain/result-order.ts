import { parsed } from './terms/parsed-json';
import { hashText } from './works/rank-key';

/**
 * Where a result stands: results are read window by window in the order of the index; in a window the better match
 * comes first, then the order of the index.
 */
export type Position = { readonly window: string; readonly quality: number; readonly order: string };

/** Negative when `a` comes before `b`. */
export const comparePositions = (a: Position, b: Position): number => {
  if (a.window !== b.window) return a.window < b.window ? -1 : 1;
  if (a.quality !== b.quality) return b.quality - a.quality;
  return a.order < b.order ? -1 : Number(a.order > b.order);
};

/** Before the first result of a window. */
export const beginningOf = (window: string): Position => ({ window, quality: 101, order: '' });

/** Results are counted exactly up to here; of more it is told that there are at least so many. */
export const exactUpTo = 200;
/** How many there are, or at least are. */
export type Total = { readonly count: number; readonly isExact: boolean };
/** What a cursor holds: the last result shown, and the total as the first page told it. */
export type Place = { readonly at: Position; readonly total: Total };

/** A cursor fits only the search it came from. */
const seal = (search: string, rest: string): string => hashText(`${search}\n${rest}`);

/** The cursor of the page that follows on this place in this search. */
export const writeCursor = (search: string, { at, total }: Place): string => {
  const rest = JSON.stringify([at.window, at.quality, at.order, total.count, total.isExact]);
  return Buffer.from(JSON.stringify([seal(search, rest), rest])).toString('base64url');
};

/** Undefined for a cursor that is damaged or came from another search. */
export const readCursor = (search: string, cursor: string): Place | undefined => {
  const outer = parsed(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(outer) || typeof outer[1] !== 'string') return undefined;
  if (outer[0] !== seal(search, outer[1])) return undefined;
  const inner = parsed(outer[1]);
  if (!Array.isArray(inner)) return undefined;
  const [window, quality, order, count, isExact] = inner as unknown[];
  if (typeof window !== 'string' || typeof quality !== 'number' || typeof order !== 'string')
    return undefined;
  if (typeof count !== 'number' || typeof isExact !== 'boolean') return undefined;
  return { at: { window, quality, order }, total: { count, isExact } };
};
