import { facetBounds, type FacetBound } from '../domain/works/facet-keys';
import type { Facets } from '../domain/works/facets';
import { nothingIsFrequent, readFrequencies, type TermFrequencies } from '../domain/terms/term-frequencies';
import type { Arrivals, Find, WorkIndex } from '../ports';
import type { Clock } from '../../kernel/clock';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { readWorks, type StoredWork } from './stored-work';

/** What results are made from; not the terms, which are long. */
const shown = { key: true, editions: true, matchText: true, rank: true, newest: true };
/** Statistics change slowly; a warm instance reads them every ten minutes. */
const freshMs = 600_000;

type ShownWork = Pick<StoredWork, '_id' | 'key' | 'editions' | 'matchText' | 'rank' | 'newest'>;
type Command = Database['command'];

const within = (command: Command, bound: FacetBound) => {
  if ('anyOf' in bound) return command.in([...bound.anyOf]);
  return 'atLeast' in bound ? command.gte(bound.atLeast) : command.lte(bound.atMost);
};

const inFacets = (command: Command, facets: Facets) =>
  Object.fromEntries(facetBounds(facets).map((bound) => [`facets.${bound.key}`, within(command, bound)]));

const find = async (database: Database, { among, anyOf, facets, order, after, limit }: Find) => {
  const { command } = database;
  const condition = {
    [among]: anyOf.length === 1 ? anyOf[0] : command.in([...anyOf]),
    ...(after === '' ? {} : { [order]: command.gt(after) }),
    ...inFacets(command, facets),
  };
  const query = database.collection('catalog_index').where(condition).orderBy(order, 'asc').limit(limit);
  return readWorks(await documentsOf<ShownWork>(query.field(shown)));
};

const readStatistics = async (database: Database): Promise<TermFrequencies> => {
  const query = database.collection('catalog_statistics').where({ _id: 'current' });
  const [statistics] = await documentsOf<{ readonly frequent?: unknown }>(query);
  const lines = statistics?.frequent;
  return typeof lines === 'string' ? readFrequencies(lines) : nothingIsFrequent;
};

/** The index in `catalog_index`; how common terms are is kept in the instance. */
export const cloudWorkIndex = (database: Database, now: Clock): WorkIndex => {
  let kept: { readonly at: number; readonly frequencies: TermFrequencies } | undefined;
  return {
    find: (request) => find(database, request),
    frequencies: async () => {
      const at = now().getTime();
      if (!kept || at < kept.at || at > kept.at + freshMs)
        kept = { at, frequencies: await readStatistics(database) };
      return kept.frequencies;
    },
  };
};

/** The works that came last, by a key of the index that sorts the newest first. */
export const cloudArrivals = (database: Database): Arrivals => {
  const works = database.collection('catalog_index');
  return {
    after: async (key, limit) => {
      const query = works.where({ arrived: database.command.gt(key) }).orderBy('arrived', 'asc');
      const found = query.limit(limit).field({ ...shown, arrived: true });
      return readWorks(await documentsOf<ShownWork & { readonly arrived: string }>(found));
    },
    countBefore: async (key, limit) => {
      const { command } = database;
      const query = works.where({ arrived: command.gt('').and(command.lt(key)) }).orderBy('arrived', 'asc');
      const some = await documentsOf<{ readonly _id: string }>(query.limit(limit).field({ _id: true }));
      return some.length;
    },
  };
};
