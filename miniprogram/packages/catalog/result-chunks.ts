import { resultRow } from '../../format/result-row';
import type { BranchNames, ResultRow, WorkCard } from '../../format/result-row';

type Page = { readonly results: readonly WorkCard[] };
/** A page's worth of rows; `place` is which page, from 0. */
export type ResultChunk = { readonly place: number; readonly rows: readonly ResultRow[] };

/**
 * Turns the pages of a list into rows and keeps each page's rows as long as the page, the query and the branches
 * are the same: what has been sent to the screen is not sent again.
 */
export function makeChunks(): (
  pages: readonly Page[],
  query: string,
  branchNames: BranchNames,
) => readonly ResultChunk[] {
  let made = new WeakMap<Page, ResultChunk>();
  let [lastQuery, lastNames] = ['', ''];
  return (pages, query, branchNames) => {
    const names = JSON.stringify(branchNames);
    if (query !== lastQuery || names !== lastNames) made = new WeakMap();
    [lastQuery, lastNames] = [query, names];
    return pages.map((page, place) => {
      const chunk = made.get(page) ?? {
        place,
        rows: page.results.map((card) => resultRow(card, query, branchNames)),
      };
      made.set(page, chunk);
      return chunk;
    });
  };
}
