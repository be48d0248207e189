import type { EditionEntry, Holding } from './edition';

/** What a patron may narrow a search by; an edition must satisfy all of it together. */
export type Facets = {
  readonly branchId?: string | undefined;
  readonly availableNow?: boolean | undefined;
  readonly language?: string | undefined;
  /** A class prefix of the 中图法. */
  readonly clc?: string | undefined;
  readonly yearFrom?: number | undefined;
  readonly yearTo?: number | undefined;
};

/** An edition as far as it is told by facets. */
export type FacetedEdition = Pick<EditionEntry, 'language' | 'clc' | 'year' | 'holdings'>;

/** Whether an edition without a year is left out. */
export const asksForYears = ({ yearFrom, yearTo }: Facets): boolean =>
  yearFrom !== undefined || yearTo !== undefined;

const asksForCopies = ({ branchId, availableNow }: Facets): boolean =>
  branchId !== undefined || availableNow === true;

/** False where everything satisfies them. */
export const narrows = (facets: Facets): boolean =>
  facets.language !== undefined || facets.clc !== undefined || asksForYears(facets) || asksForCopies(facets);

const isInYears = (year: number | null, { yearFrom = 0, yearTo = 9999 }: Facets): boolean =>
  year !== null && year >= yearFrom && year <= yearTo;

const isWanted = (holding: Holding, { branchId, availableNow }: Facets): boolean =>
  (branchId === undefined || holding.branchId === branchId) && (!availableNow || holding.available > 0);

/** What an edition doesn't tell satisfies no facet. */
export const satisfies = ({ language, clc, year, holdings }: FacetedEdition, facets: Facets): boolean =>
  (facets.language === undefined || language === facets.language) &&
  (facets.clc === undefined || clc?.startsWith(facets.clc) === true) &&
  (!asksForYears(facets) || isInYears(year, facets)) &&
  (!asksForCopies(facets) || holdings.some((holding) => isWanted(holding, facets)));
