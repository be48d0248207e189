import { decoded } from '../../platform/routes';
import { emptyRequest } from '../../stores/catalog/search-request';
import type { Facets, SearchField, SearchRequest, SearchSort } from '../../stores/catalog/search-request';
import { fieldNames, sortNames } from '../../wording/zh-CN/catalog/catalogue-terms';

type Address = Readonly<Record<string, string | undefined>>;

const oneOf = <T extends string>(names: Readonly<Record<T, string>>, value: string, otherwise: T): T =>
  Object.keys(names).includes(value) ? (value as T) : otherwise;

const year = (value: string): number | undefined => (/^\d{4}$/.test(value) ? Number(value) : undefined);

const facetsAt = (address: Address): Facets => ({
  branchId: decoded(address['branchId']) || undefined,
  availableNow: address['availableNow'] === 'true' ? true : undefined,
  language: decoded(address['language']) || undefined,
  clc: decoded(address['clc']) || undefined,
  yearFrom: year(decoded(address['yearFrom'])),
  yearTo: year(decoded(address['yearTo'])),
});

/** The search that a page's address asks for; what makes no sense in it is left out. */
export const requestAt = (address: Address): SearchRequest => ({
  query: decoded(address['query']),
  field: oneOf<SearchField>(fieldNames, decoded(address['field']), emptyRequest.field),
  facets: facetsAt(address),
  sort: oneOf<SearchSort>(sortNames, decoded(address['sort']), emptyRequest.sort),
});

/** What the address of a search says: the other way round. */
export const addressOf = ({ query, field, facets, sort }: SearchRequest): Address => ({
  query,
  field: field === emptyRequest.field ? undefined : field,
  sort: sort === emptyRequest.sort ? undefined : sort,
  ...Object.fromEntries(
    Object.entries(facets).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ),
});
