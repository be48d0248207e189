import { fullMatch, nearMatch, quality, type TypedQuery } from '../domain/match';
import { soundOf } from '../domain/pinyin-terms';
import { slipHints } from '../domain/query-terms';
import { comparePositions, type Position } from '../domain/result-order';
import type { Script } from '../domain/script';
import { windowSize, type Look, type SearchPlan } from '../domain/search-plan';
import { mainTitle } from '../domain/title';
import { wordingOfField } from '../domain/wording';
import type { FoundWork, WorkIndex } from '../ports';

type Needs = { readonly index: WorkIndex; readonly script: Script };
type WordPlan = Extract<SearchPlan, { kind: 'words' }>;

export type Result = { readonly work: FoundWork; readonly position: Position };
export type Window = {
  readonly results: readonly Result[];
  /** Where the next window starts; undefined after the last. */
  readonly next: string | undefined;
  readonly didYouMean: string | null;
};
export type WindowWish = {
  readonly sort: 'best' | 'newest' | 'most-borrowed';
  readonly facets: string | undefined;
  /** '' for the first window. */
  readonly start: string;
};

const firstSize = 201;
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

const look = (index: WorkIndex, what: Look, wish: WindowWish, limit: number, after: string) =>
  index.find({ ...what, facets: wish.facets, order: orderOf(wish), after, limit });

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

const readEverything = async ({ index }: Needs, scan: Look, wish: WindowWish): Promise<Window> => {
  const scanned = await look(index, scan, wish, windowSize, wish.start);
  return { results: inOrder(scanned, wish, () => 0), next: nextAfter(scanned, wish), didYouMean: null };
};

/** Nothing has all that was typed: what is close to it, the closest first, whatever the sort. */
const readNear = async (
  { index, script }: Needs,
  plan: WordPlan,
  wish: WindowWish,
  seen: readonly FoundWork[],
): Promise<Window> => {
  const sound = soundOf(plan.text, script);
  const query: TypedQuery = { text: plan.text, sounds: sound.full };
  const hints = slipHints(plan.text, sound);
  const more =
    hints.length === 0 ? [] : await look(index, { among: 'hints', anyOf: hints }, wish, windowSize, '');
  const results = inOrder([...seen, ...more], wish, (work) =>
    nearMatch(query, wordingOfField(work.wording, plan.field)),
  )
    .filter(({ position }) => position.quality >= leastNear)
    .slice(0, maxNear);
  const [best] = results;
  const isLikely = best !== undefined && best.position.quality > quality.partOfSlip;
  const title = isLikely ? (best.work.editions[0]?.title ?? '') : '';
  return { results, next: undefined, didYouMean: title === '' ? null : mainTitle(title) };
};

const readWords = async (needs: Needs, plan: WordPlan, wish: WindowWish): Promise<Window> => {
  const [first, scanned] = await Promise.all([
    look(needs.index, plan.first, wish, firstSize, ''),
    look(needs.index, plan.scan, wish, windowSize, wish.start),
  ]);
  const next = nextAfter(scanned, wish);
  const match = (work: FoundWork) =>
    fullMatch({ text: plan.text, sounds: [] }, wordingOfField(work.wording, plan.field));
  const isCommon = plan.isOneTerm && (next !== undefined || wish.start !== '');
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
  if (matching.length === 0 && wish.start === '') return readNear(needs, plan, wish, [...first, ...scanned]);
  return { results: inOrder(matching, wish, weigh), next, didYouMean: null };
};

/** Reads one window of the index and puts what matches in order. */
export const readWindow = (needs: Needs, plan: SearchPlan, wish: WindowWish): Promise<Window> => {
  if (plan.kind === 'nothing') return Promise.resolve(empty);
  return plan.kind === 'everything' ? readEverything(needs, plan.scan, wish) : readWords(needs, plan, wish);
};
