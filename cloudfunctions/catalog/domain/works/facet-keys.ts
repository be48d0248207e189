import { asksForYears, type FacetedEdition, type Facets } from './facets';
import { hashOf } from './rank-key';

/**
 * The facets of a work as single values, so that they stand behind an array of terms in an index and a search is
 * bounded by them on the key, before a document is read. A work of several editions is told more widely than any of
 * them: what the bounds let through is compared with the editions themselves (`satisfies`).
 */
export type FacetKeys = {
  /** What all editions are written in; '' unknown, '*' several. */
  readonly language: string;
  /** The first and the last class among the editions, eight characters of each; '' where none tells one. */
  readonly classFirst: string;
  readonly classLast: string;
  readonly yearFirst: number | null;
  readonly yearLast: number | null;
  /** The branches that hold it, in three sieves; 0 none. */
  readonly heldA: number;
  readonly heldB: number;
  readonly heldC: number;
  /** The branches where a copy is free. */
  readonly freeA: number;
  readonly freeB: number;
  readonly freeC: number;
};

export type FacetKey = keyof FacetKeys;

/** In the order of the index: what is asked for most, and what differs most, in front. */
export const facetKeyNames = [
  'language',
  'classFirst',
  'classLast',
  'yearFirst',
  'yearLast',
  'heldA',
  'heldB',
  'heldC',
  'freeA',
  'freeB',
  'freeC',
] as const satisfies readonly FacetKey[];

/** What a facet asks of one key. */
export type FacetBound = { readonly key: FacetKey } & (
  | { readonly anyOf: readonly (string | number)[] }
  | { readonly atLeast: string | number }
  | { readonly atMost: string | number }
);

const severalLanguages = '*';
const classLength = 8;

const sharedLanguage = (editions: readonly FacetedEdition[]): string => {
  const [language = '', ...others] = new Set(editions.map((edition) => edition.language ?? ''));
  return others.length === 0 ? language : severalLanguages;
};

const places = 8;
type InSieves = readonly [a: number, b: number, c: number];

/**
 * The place of a branch in each sieve. A sieve is a Bloom filter of eight places: a set of branches is a number from
 * 0 to 255, and every number with a branch's place in it may hold that branch. Nobody has to keep a list of branches,
 * a branch is never missed, and two branches are taken for one another in one of 512 cases.
 */
const placesOf = (branchId: string): InSieves => {
  const hash = hashOf(branchId);
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const bits = mixed ^ (mixed >>> 12);
  return [bits & 7, (bits >>> 3) & 7, (bits >>> 6) & 7];
};

const sievesOf = (branchIds: Iterable<string>): InSieves => {
  let [a, b, c] = [0, 0, 0];
  for (const branchId of branchIds) {
    const [inA, inB, inC] = placesOf(branchId);
    a |= 1 << inA;
    b |= 1 << inB;
    c |= 1 << inC;
  }
  return [a, b, c];
};

const known = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);

/** The facet keys of a work's editions. */
export const facetKeys = (editions: readonly FacetedEdition[]): FacetKeys => {
  const classes = known(editions.map(({ clc }) => clc))
    .map((clc) => clc.slice(0, classLength))
    .sort();
  const years = known(editions.map(({ year }) => year)).sort((a, b) => a - b);
  const holdings = editions.flatMap((edition) => edition.holdings);
  const [heldA, heldB, heldC] = sievesOf(holdings.map(({ branchId }) => branchId));
  const free = holdings.filter(({ available }) => available > 0);
  const [freeA, freeB, freeC] = sievesOf(free.map(({ branchId }) => branchId));
  return {
    language: sharedLanguage(editions),
    classFirst: classes[0] ?? '',
    classLast: classes.at(-1) ?? '',
    yearFirst: years[0] ?? null,
    yearLast: years.at(-1) ?? null,
    heldA,
    heldB,
    heldC,
    freeA,
    freeB,
    freeC,
  };
};

/** The sets of a sieve with this place in them. */
const setsWith = (place: number): number[] =>
  Array.from({ length: 2 ** places }, (_, set) => set).filter((set) => (set & (1 << place)) !== 0);

const branchBounds = ({ branchId, availableNow }: Facets): FacetBound[] => {
  if (branchId === undefined) return availableNow ? [{ key: 'freeA', atLeast: 1 }] : [];
  const sieves = availableNow
    ? (['freeA', 'freeB', 'freeC'] as const)
    : (['heldA', 'heldB', 'heldC'] as const);
  const inSieves = placesOf(branchId);
  return sieves.map((key, i) => ({ key, anyOf: setsWith(inSieves[i] ?? 0) }));
};

const classBounds = ({ clc }: Facets): FacetBound[] => {
  if (clc === undefined) return [];
  const prefix = clc.slice(0, classLength);
  return [
    { key: 'classFirst', atMost: `${prefix}\uFFFF` },
    { key: 'classLast', atLeast: prefix },
  ];
};

const yearBounds = (facets: Facets): FacetBound[] =>
  asksForYears(facets)
    ? [
        { key: 'yearFirst', atMost: facets.yearTo ?? 9999 },
        { key: 'yearLast', atLeast: facets.yearFrom ?? 0 },
      ]
    : [];

/** What the keys of a work with an edition that satisfies the facets lie within; of other works few do. */
export const facetBounds = (facets: Facets): readonly FacetBound[] => [
  ...(facets.language === undefined
    ? []
    : [{ key: 'language', anyOf: [facets.language, severalLanguages] } as const]),
  ...classBounds(facets),
  ...yearBounds(facets),
  ...branchBounds(facets),
];
