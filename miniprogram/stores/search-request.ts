import type { ActionOf } from '../../cloudfunctions/api';
import type { Parsed } from '../../cloudfunctions/kernel/contract';

type SearchInput = Parsed<ActionOf<'catalog.search'>>;
export type SearchField = SearchInput['field'];
export type SearchSort = SearchInput['sort'];
export type Facets = SearchInput['facets'];

/** What is asked of the catalogue, apart from where in the list one stands. */
export type SearchRequest = {
  readonly query: string;
  readonly field: SearchField;
  readonly facets: Facets;
  readonly sort: SearchSort;
};

/** The longest query that the library reads. */
export const longestQuery = 200;

export const emptyRequest: SearchRequest = { query: '', field: 'any', facets: {}, sort: 'best' };

/** Half a character, as a cut through an emoji leaves it; no address can carry it. */
const halfCharacter = /[\ud800-\udfff]/gu;

/** As the patron meant it: no space around it, never longer than the library reads, and of whole characters. */
export const tidied = (query: string): string =>
  query.trim().replace(/\s+/g, ' ').slice(0, longestQuery).replace(halfCharacter, '');
