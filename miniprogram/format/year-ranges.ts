import { resultsWording } from '../wording/zh-CN/catalog/results';

const { years } = resultsWording;

type Facets = { readonly yearFrom?: number | undefined; readonly yearTo?: number | undefined };
export type YearRange = Facets & { readonly label: string };

/** The ranges of years a patron may choose from, in the year of `today` (`YYYY-MM-DD`). */
export function yearRanges(today: string): readonly YearRange[] {
  const year = Number(today.slice(0, 4));
  return [
    { label: years.last3, yearFrom: year - 2 },
    { label: years.last10, yearFrom: year - 9 },
    { label: years.since2000, yearFrom: 2000 },
    { label: years.before2000, yearTo: 1999 },
  ];
}

/** The label of the range that the facets hold: one of the offered ones, or its years. */
export function yearLabel(facets: Facets, today: string): string | null {
  const { yearFrom, yearTo } = facets;
  if (yearFrom === undefined && yearTo === undefined) return null;
  const known = yearRanges(today).find((range) => range.yearFrom === yearFrom && range.yearTo === yearTo);
  return known?.label ?? `${yearFrom ?? ''}–${yearTo ?? ''}`;
}
