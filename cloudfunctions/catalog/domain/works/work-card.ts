import { satisfies, type Facets } from './facets';
import { compact, normalText } from '../terms/normal-text';
import type { Script } from '../terms/script';
import type { EditionEntry, Holding } from './edition';
import type { WorkDocument } from './work-document';

const addHolding = (sum: Map<string, Holding>, holding: Holding): void => {
  const known = sum.get(holding.branchId);
  sum.set(holding.branchId, {
    ...holding,
    shelf: known?.shelf ?? holding.shelf,
    copies: holding.copies + (known?.copies ?? 0),
    available: holding.available + (known?.available ?? 0),
  });
};

const holdingsOf = (editions: readonly EditionEntry[]): Holding[] => {
  const sum = new Map<string, Holding>();
  for (const holding of editions.flatMap(({ holdings }) => holdings)) addHolding(sum, holding);
  return [...sum.values()].sort(
    (a, b) => Number(b.available > 0) - Number(a.available > 0) || (a.branchId < b.branchId ? -1 : 1),
  );
};

/** What decides which edition of a work stands for it. */
export type Shown = {
  readonly isbn?: string | undefined;
  readonly facets?: Facets | undefined;
  /** What was typed, normalised. */
  readonly text?: string | undefined;
};

const fits = (edition: EditionEntry, { isbn, facets = {}, text }: Shown, script: Script): number => {
  if (isbn !== undefined && edition.isbns.includes(isbn)) return 8;
  const inFacets = satisfies(edition, facets) ? 4 : 0;
  const isTyped =
    text !== undefined && compact(normalText(edition.title, script)).includes(compact(text)) ? 2 : 0;
  return inFacets + isTyped + (edition.holdings.length > 0 ? 1 : 0);
};

/** A work as a result shows it: the edition that fits best in front, the others in order behind it. */
export const workCard = (
  { key, editions }: Pick<WorkDocument, 'key' | 'editions'>,
  shown: Shown,
  script: Script,
) => {
  const scored = editions.map((edition) => ({ edition, score: fits(edition, shown, script) }));
  const ordered = scored.sort((a, b) => b.score - a.score).map(({ edition }) => edition);
  const [front] = ordered;
  const holdings = holdingsOf(editions);
  return {
    workId: key,
    bookId: front?.bookId ?? '',
    title: front?.title ?? '',
    authors: [...(front?.authors ?? [])],
    publisher: front?.publisher ?? null,
    year: front?.year ?? null,
    language: front?.language ?? null,
    clc: front?.clc ?? null,
    callNumber: front?.callNumber ?? null,
    isbn: front?.isbns[0] ?? null,
    editionIds: ordered.map(({ bookId }) => bookId),
    copies: holdings.reduce((sum, { copies }) => sum + copies, 0),
    available: holdings.reduce((sum, { available }) => sum + available, 0),
    holdings,
  };
};
