import type { EditionEntry } from './edition';

/** What a patron may narrow a search by; an edition must satisfy all of it together. */
export type Facets = {
  readonly branchId?: string | undefined;
  readonly availableNow?: boolean | undefined;
  readonly language?: string | undefined;
  readonly clc?: string | undefined;
  readonly yearFrom?: number | undefined;
  readonly yearTo?: number | undefined;
};

const plain = (text: string): string => text.replaceAll(/[|:,+\s]/g, '_');

const editionPart = ({ language, clc, year, holdings }: EditionEntry): string => {
  const branches = holdings.map(
    ({ branchId, available }) => `${plain(branchId)}${available > 0 ? '+' : ''},`,
  );
  return [
    plain(language ?? ''),
    plain(clc ?? ''),
    year === null ? '' : String(year).padStart(4, '0'),
    [...new Set(branches)].sort().join(''),
  ].join(':');
};

/**
 * The facets of a work's editions as one line, so that they can stand behind a multikey field in a compound index:
 * `|zh:I247.5:2004:east,main+,|en::1999:|`, a plus where a copy is free. Equal editions are named once.
 */
export const facetLine = (editions: readonly EditionEntry[]): string =>
  `|${[...new Set(editions.map(editionPart))].sort().join('|')}|`;

const literal = (text: string): string => plain(text).replaceAll(/[\\^$.*?()[\]{}/-]/g, String.raw`\$&`);

/** A pattern for the four-digit numbers from `low` to `high`, which differ from `digit` on. */
const between = (low: string, high: string): string => {
  if (low === '') return '';
  const [first = '', last = ''] = [low[0], high[0]];
  const [lowRest, highRest] = [low.slice(1), high.slice(1)];
  if (first === last) return `${first}${between(lowRest, highRest)}`;
  const nines = '9'.repeat(lowRest.length);
  const zeros = '0'.repeat(lowRest.length);
  const choices = [`${first}${between(lowRest, nines)}`];
  if (Number(last) - Number(first) > 1)
    choices.push(`[${Number(first) + 1}-${Number(last) - 1}]${'\\d'.repeat(lowRest.length)}`);
  return `(?:${[...choices, `${last}${between(zeros, highRest)}`].join('|')})`;
};

const fourDigits = (year: number): string => String(year).padStart(4, '0');

const yearPattern = ({ yearFrom = 0, yearTo = 9999 }: Facets): string =>
  yearFrom > yearTo ? 'none' : between(fourDigits(yearFrom), fourDigits(yearTo));

const branchPattern = ({ branchId, availableNow }: Facets): string => {
  if (branchId === undefined) return availableNow ? String.raw`[^|]*\+` : '';
  return `(?:[^|]*,)?${literal(branchId)}${availableNow ? String.raw`\+` : String.raw`\+?`},`;
};

/** The pattern that a work's facet line must match; undefined where nothing narrows. */
export const facetPattern = (facets: Facets): string | undefined => {
  const { language, clc, yearFrom, yearTo } = facets;
  const branches = branchPattern(facets);
  const hasYears = yearFrom !== undefined || yearTo !== undefined;
  if (!language && !clc && !hasYears && branches === '') return undefined;
  const anything = '[^:|]*';
  return [
    String.raw`\|${language ? literal(language) : anything}`,
    `${clc ? literal(clc) : ''}${anything}`,
    hasYears ? yearPattern(facets) : anything,
    branches,
  ].join(':');
};
