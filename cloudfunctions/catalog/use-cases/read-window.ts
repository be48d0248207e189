import { fullMatch, nearMatch, quality, type TypedQuery } from '../domain/terms/match';
import { satisfies, type Facets } from '../domain/works/facets';
import { soundOf } from '../domain/terms/pinyin-terms';
import { slipHints } from '../domain/terms/query-terms';
import { comparePositions, exactUpTo, type Position } from '../domain/result-order';
import type { Script } from '../domain/terms/script';
import { windowSize, type Look, type SearchPlan, type WordPlan } from '../domain/search-plan';
import { numberMatch } from '../domain/terms/shelf-number';
import { mainTitle } from '../domain/works/title';
import { matchTextOfField } from '../domain/terms/match-text';
import type { FoundWork, WorkIndex } from '../ports';

type Needs = { readonly index: WorkIndex; readonly script: Script };
type NumberPlan = Extract<SearchPlan, { kind: 'number' }>;

export type Result = { readonly work: FoundWork; readonly position: Position };
export type Window = {
  readonly results: readonly Result[];
  /** Where the next window starts; undefined after the last. */
  readonly next: string | undefined;
  readonly didYouMean: string | null;
};
export type WindowWish = {
  readonly sort: 'best' | 'newest' | 'most-borrowed';
  readonly facets: Facets;
  /** '' for the first window. */
  readonly start: string;
};

/** One more than is counted, so that a count that ends there is known to be exact. */
const firstSize = exactUpTo + 1;
/** Below this a work is no answer, however forgiving one is. */
const leastNear = 30;
const maxNear = 50;

const empty: Window = { results: [], next: undefined, didYouMean: null };

/** While the index is renewed a work may have two documents for a moment; the one with the greater id counts. */
const distinctWorks = (works: readonly FoundWork[]): FoundWork[] => {
  const byKey = new Map<string, FoundWork>();
  for (const work of works) if (work._id >= (byKey.get(work.key)?._id ?? '')) byKey.set(work.key, work);
  return [...byKey.values()];
};

const orderOf = ({ sort }: WindowWish) => (sort === 'newest' ? 'newest' : 'rank');

/** The bounds of the index let through a little more than the facets do. */
const inFacets = (works: readonly FoundWork[], { facets }: WindowWish): FoundWork[] =>
  works.filter(({ editions }) => editions.some((edition) => satisfies(edition, facets)));

const scan = (index: WorkIndex, what: Look, wish: WindowWish) =>
  index.find({ ...what, facets: wish.facets, order: orderOf(wish), after: wish.start, limit: windowSize });

/** Works that come ahead of a scan. They are so few that the most used are asked for, whatever the sort. */
const lookAhead = async (index: WorkIndex, what: Look, wish: WindowWish, limit: number) =>
  inFacets(await index.find({ ...what, facets: wish.facets, order: 'rank', after: '', limit }), wish);

const inOrder = (
  works: readonly FoundWork[],
  wish: WindowWish,
  qualityOf: (work: FoundWork) => number,
): Result[] =>
  distinctWorks(works)
    .map((work) => ({
      work,
      position: { window: wish.start, quality: qualityOf(work), order: work[orderOf(wish)] },
    }))
    .sort((a, b) => comparePositions(a.position, b.position));

const nextAfter = (scanned: readonly FoundWork[], wish: WindowWish): string | undefined =>
  scanned.length < windowSize ? undefined : scanned.at(-1)?.[orderOf(wish)];

const readEverything = async ({ index }: Needs, what: Look, wish: WindowWish): Promise<Window> => {
  const scanned = await scan(index, what, wish);
  const results = inOrder(inFacets(scanned, wish), wish, () => 0);
  return { results, next: nextAfter(scanned, wish), didYouMean: null };
};

/**
 * Nothing has all that was typed: what is close to it, the closest first, whatever the sort. What shares the other pairs
 * of characters comes first; only where none of it is a title but for one slip, what sounds or begins alike.
 */
const readNear = async (
  { index, script }: Needs,
  plan: WordPlan,
  wish: WindowWish,
  seen: readonly FoundWork[],
): Promise<Window> => {
  const sound = soundOf(plan.text, script);
  const query: TypedQuery = { text: plan.text, sounds: sound.full };
  const close = (works: readonly FoundWork[]): readonly Result[] =>
    inOrder(works, wish, (work) => nearMatch(query, matchTextOfField(work.matchText, plan.field)))
      .filter(({ position }) => position.quality >= leastNear)
      .slice(0, maxNear);
  const left = windowSize - seen.length;
  const wider = plan.wider === undefined || left <= 0 ? [] : await lookAhead(index, plan.wider, wish, left);
  const near = [...seen, ...wider];
  const hints = slipHints(plan.text, sound);
  const isFound = (close(near)[0]?.position.quality ?? 0) >= quality.wholeSlip;
  const meant =
    isFound || hints.length === 0
      ? []
      : await lookAhead(index, { among: 'hints', anyOf: hints }, wish, windowSize);
  const results = close([...near, ...meant]);
  const [best] = results;
  const isLikely = best !== undefined && best.position.quality > quality.partOfSlip;
  const title = isLikely ? (best.work.editions[0]?.title ?? '') : '';
  return { results, next: undefined, didYouMean: title === '' ? null : mainTitle(title) };
};

/** How what was typed is compared with a work, and what of a common term still comes ahead. */
type Comparison = { readonly match: (work: FoundWork) => number; readonly isOneTerm: boolean };

/** The window as it is, before anything is forgiven; `seen` is all that was read for it. */
const readMatching = async (
  { index }: Needs,
  looks: { readonly first: Look; readonly scan: Look },
  { match, isOneTerm }: Comparison,
  wish: WindowWish,
): Promise<Window & { readonly seen: readonly FoundWork[] }> => {
  const [first, read] = await Promise.all([
    lookAhead(index, looks.first, wish, firstSize),
    scan(index, looks.scan, wish),
  ]);
  const scanned = inFacets(read, wish);
  const next = nextAfter(read, wish);
  const isCommon = isOneTerm && (next !== undefined || wish.start !== '');
  const ahead = first.filter((work) => !isCommon || match(work) === quality.exact);
  const aheadKeys = new Set(wish.sort === 'best' ? ahead.map(({ key }) => key) : []);
  const candidates =
    wish.start === ''
      ? [...(wish.sort === 'best' || next === undefined ? ahead : []), ...scanned]
      : scanned.filter(({ key }) => !aheadKeys.has(key));
  const weigh = (work: FoundWork): number => {
    if (wish.sort !== 'best') return 0;
    return isCommon ? Number(aheadKeys.has(work.key)) : match(work);
  };
  const matching = candidates.filter((work) => match(work) >= quality.full);
  return { results: inOrder(matching, wish, weigh), next, didYouMean: null, seen: [...first, ...scanned] };
};

const readWords = async (needs: Needs, plan: WordPlan, wish: WindowWish): Promise<Window> => {
  const { text, isOneTerm } = plan;
  const match = (work: FoundWork) =>
    fullMatch({ text, sounds: [] }, matchTextOfField(work.matchText, plan.field));
  const { seen, ...window } = await readMatching(needs, plan, { match, isOneTerm }, wish);
  return window.results.length === 0 && wish.start === '' ? readNear(needs, plan, wish, seen) : window;
};

const readNumber = async (needs: Needs, plan: NumberPlan, wish: WindowWish): Promise<Window> => {
  const { number, text } = plan;
  const ofNumber = { 'call-number': quality.exact, class: quality.full, none: 0 } as const;
  const match = ({ editions, matchText }: FoundWork): number =>
    Math.max(
      ofNumber[numberMatch(number, editions, needs.script)],
      text === undefined ? 0 : fullMatch({ text, sounds: [] }, matchText),
    );
  const { seen: _seen, ...window } = await readMatching(needs, plan, { match, isOneTerm: false }, wish);
  return window;
};

/** Reads one window of the index and puts what matches in order. */
export const readWindow = async (needs: Needs, plan: SearchPlan, wish: WindowWish): Promise<Window> => {
  if (plan.kind === 'nothing') return empty;
  if (plan.kind === 'everything') return readEverything(needs, plan.scan, wish);
  return plan.kind === 'words' ? readWords(needs, plan, wish) : readNumber(needs, plan, wish);
};
