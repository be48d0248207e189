import type { Outcome, Parsed } from '../../kernel/contract';
import { ok, refuse } from '../../kernel/result';
import type { Caller } from '../../kernel/serve';
import type { catalog } from '../contract';
import { narrows } from '../domain/works/facets';
import { canonicalIsbn } from '../domain/terms/isbn';
import {
  beginningOf,
  comparePositions,
  exactUpTo,
  readCursor,
  writeCursor,
  type Place,
  type Position,
  type Total,
} from '../domain/result-order';
import type { Script } from '../domain/terms/script';
import { planSearch, type SearchPlan } from '../domain/search-plan';
import type { WorkIndex } from '../ports';
import { readWindow, type Result, type Window } from './read-window';
import { workCard } from '../domain/works/work-card';

type Search = typeof catalog.search;
type Wish = Parsed<Search>;
type Needs = { readonly index: WorkIndex; readonly script: Script };

/** Where a window holds too few matches for a page, one more is read. */
const maxWindows = 2;

const totalOf = ({ results, next }: Window): Total =>
  next === undefined && results.length <= exactUpTo
    ? { count: results.length, isExact: true }
    : { count: Math.min(results.length, exactUpTo), isExact: false };

type Page = {
  readonly results: readonly Result[];
  readonly total: Total;
  /** After which the next page begins; undefined on the last. */
  readonly end: Position | undefined;
  readonly didYouMean: string | null;
};

const readPage = async (
  needs: Needs,
  plan: SearchPlan,
  { sort, pageSize, facets }: Wish,
  from: Place | undefined,
): Promise<Page> => {
  const page: Result[] = [];
  let total = from?.total;
  let start: string | undefined = from?.at.window ?? '';
  let end: Position | undefined;
  let didYouMean: string | null = null;
  for (let round = 0; round < maxWindows && start !== undefined && page.length < pageSize; round += 1) {
    const window: Window = await readWindow(needs, plan, { sort, facets, start });
    total ??= totalOf(window);
    didYouMean ??= window.didYouMean;
    const rest = from
      ? window.results.filter(({ position }) => comparePositions(from.at, position) < 0)
      : window.results;
    const taken = rest.slice(0, pageSize - page.length);
    page.push(...taken);
    start = window.next;
    if (taken.length < rest.length) end = page.at(-1)?.position;
    else end = start === undefined ? undefined : beginningOf(start);
  }
  return {
    results: page,
    total: total ?? { count: 0, isExact: true },
    end,
    didYouMean,
  };
};

/** Works that match, best first, one page; see `contract.ts`. How they are found stands in the context's README. */
export const searchCatalogue =
  (needs: Needs) =>
  async (_caller: Caller, wish: Wish): Promise<Outcome<Search>> => {
    const { query, field, sort, cursor } = wish;
    const search = JSON.stringify([query, field, sort, wish.facets]);
    const from = cursor === undefined ? undefined : readCursor(search, cursor);
    if (cursor !== undefined && from === undefined) return refuse({ code: 'bad-cursor' as const });
    const plan = planSearch(
      { query, field, clc: wish.facets.clc, hasFacets: narrows(wish.facets) },
      await needs.index.frequencies(),
      needs.script,
    );
    const { results, total, end, didYouMean } = await readPage(needs, plan, wish, from);
    const shown = {
      isbn: canonicalIsbn(query),
      facets: wish.facets,
      text: plan.kind === 'words' ? plan.text : undefined,
    };
    return ok({
      results: results.map(({ work }) => workCard(work, shown, needs.script)),
      total,
      cursor: end === undefined ? null : writeCursor(search, { at: end, total }),
      didYouMean,
    });
  };
