import type { ActionOf } from '../../../cloudfunctions/api';
import type { Parsed } from '../../../cloudfunctions/kernel/contract';

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

type ReadQuery = ActionOf<'catalog.search'>['input']['entries']['query']['pipe'][1];

/** The longest query that the library reads; its type is the contract's number, so that no other one compiles. */
export const longestQuery: ReadQuery['requirement'] = 200;

export const emptyRequest: SearchRequest = { query: '', field: 'any', facets: {}, sort: 'best' };

/** Whether a search can find anything: it has words, or facets that leave something to look through. */
export const asksForSomething = ({ query, facets }: SearchRequest): boolean =>
  query !== '' || Object.values(facets).some((value) => value !== undefined);

/** Half a character, as a cut through an emoji leaves it; no address can carry it. */
const halfCharacter = /[\ud800-\udfff]/gu;

/** As the patron meant it: no space around it, never longer than the library reads, and of whole characters. */
export const tidied = (query: string): string =>
  query.trim().replace(/\s+/g, ' ').slice(0, longestQuery).replace(halfCharacter, '');
