import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import type { Holding } from '../../cloudfunctions/catalog/domain/works/edition';
import { narrows, satisfies, type Facets } from '../../cloudfunctions/catalog/domain/works/facets';
import {
  facetBounds,
  facetKeys,
  type FacetBound,
  type FacetKeys,
} from '../../cloudfunctions/catalog/domain/works/facet-keys';

const at = (branchId: string, available: number): Holding => ({
  branchId,
  shelf: null,
  copies: 1,
  available,
});
const edition = (
  language: string | null,
  clc: string | null,
  year: number | null,
  holdings: readonly Holding[],
) => ({ language, clc, year, holdings });
type Edition = ReturnType<typeof edition>;

/** As a database compares a value with a bound: null lies within none. */
const isWithin = (keys: FacetKeys, bound: FacetBound): boolean => {
  const value = keys[bound.key];
  if (value === null) return false;
  if ('anyOf' in bound) return bound.anyOf.includes(value);
  return 'atLeast' in bound ? value >= bound.atLeast : value <= bound.atMost;
};
const isLetThrough = (editions: readonly Edition[], facets: Facets): boolean =>
  facetBounds(facets).every((bound) => isWithin(facetKeys(editions), bound));
const isFound = (editions: readonly Edition[], facets: Facets): boolean =>
  editions.some((one) => satisfies(one, facets));

const editions = [
  edition('zh', 'I247.5', 2004, [at('main', 0), at('east', 1)]),
  edition('en', null, 1999, [at('a.b*', 1)]),
  edition(null, 'TP3', null, []),
];

describe('what a patron narrows by', () => {
  test.each<[Facets, boolean]>([
    [{ language: 'zh' }, true],
    [{ language: 'ja' }, false],
    [{ clc: 'I2' }, true],
    [{ clc: 'I24.' }, false],
    [{ yearFrom: 2004, yearTo: 2004 }, true],
    [{ yearFrom: 2000, yearTo: 2003 }, false],
    [{ yearFrom: 2005 }, false],
    [{ yearTo: 1999 }, true],
    [{ yearFrom: 2010, yearTo: 1990 }, false],
    [{ branchId: 'main' }, true],
    [{ branchId: 'ain' }, false],
    [{ branchId: 'main', availableNow: true }, false],
    [{ branchId: 'east', availableNow: true }, true],
    [{ branchId: 'a.b*', availableNow: true }, true],
    [{ branchId: '.*' }, false],
    [{ availableNow: true }, true],
    [{ language: 'zh', yearFrom: 1999, yearTo: 1999 }, false],
    [{ language: 'en', availableNow: true, yearFrom: 1990 }, true],
  ])('%j: %s', (facets, expected) => {
    expect(isFound(editions, facets)).toBe(expected);
  });

  test.each<[Facets, boolean]>([
    [{}, false],
    [{ availableNow: false }, false],
    [{ availableNow: true }, true],
    [{ yearTo: 1999 }, true],
  ])('%j narrows: %s', (facets, expected) => {
    expect(narrows(facets)).toBe(expected);
  });
});

describe('the keys of a work', () => {
  test.each<[string, readonly Edition[], Partial<FacetKeys>]>([
    [
      'one edition tells itself',
      [edition('zh', 'I247.57', 2004, [])],
      { language: 'zh', classFirst: 'I247.57', classLast: 'I247.57', yearFirst: 2004, yearLast: 2004 },
    ],
    [
      'nothing known',
      [edition(null, null, null, [])],
      { language: '', classFirst: '', classLast: '', yearFirst: null, yearLast: null, heldA: 0, freeC: 0 },
    ],
    [
      'several are told from the first to the last',
      editions,
      { language: '*', classFirst: 'I247.5', classLast: 'TP3', yearFirst: 1999, yearLast: 2004 },
    ],
  ])('%s', (_, work, expected) => {
    expect(facetKeys(work)).toMatchObject(expected);
  });

  test.each<[Facets, Edition, boolean]>([
    [{ language: 'zh' }, edition('en', null, null, []), false],
    [{ clc: 'I24' }, edition(null, 'I25', null, []), false],
    [{ clc: 'I24' }, edition(null, 'I2', null, []), false],
    [{ clc: 'I24' }, edition(null, 'I24', null, []), true],
    [{ clc: 'TP311.132.1' }, edition(null, 'TP311.132.3', null, []), true],
    [{ yearFrom: 2000 }, edition(null, null, null, []), false],
    [{ yearFrom: 2000 }, edition(null, null, 1999, []), false],
    [{ availableNow: true }, edition(null, null, null, [at('main', 0)]), false],
    [{ branchId: 'main' }, edition(null, null, null, [at('east', 1)]), false],
    [{ branchId: 'main' }, edition(null, null, null, []), false],
  ])('%j lets %j through: %s', (facets, one, expected) => {
    expect(isLetThrough([one], facets)).toBe(expected);
  });

  test('nearly every branch is told from every other', () => {
    const branches = Array.from({ length: 100 }, (_, i) => `branch-${i}`);
    const mistaken = branches.flatMap((branchId) =>
      branches.filter(
        (other) =>
          other !== branchId && isLetThrough([edition(null, null, null, [at(other, 1)])], { branchId }),
      ),
    );
    // One in 512 of the 9,900 pairs; a sieve less would be one in 64.
    expect(mistaken.length).toBeLessThan(60);
  });

  test('whatever a work holds, its bounds never leave out what satisfies the facets', () => {
    const branch = constantFrom('main', 'east', 'west', 'law', '医学', '1');
    const language = constantFrom('zh', 'en', 'ja');
    const clc = constantFrom('I', 'I2', 'I247.5', 'I247.57', 'TP312', 'TP312.8', 'C912.82');
    const year = integer({ min: 1990, max: 2000 });
    const holding = record({ branchId: branch, available: integer({ min: 0, max: 1 }) });
    const anyEdition = record({
      language: option(language),
      clc: option(clc),
      year: option(year),
      holdings: array(holding, { maxLength: 4 }),
    });
    const maybe = { nil: undefined };
    const anyFacets = record({
      language: option(language, maybe),
      clc: option(clc, maybe),
      yearFrom: option(year, maybe),
      yearTo: option(year, maybe),
      branchId: option(branch, maybe),
      availableNow: option(constantFrom(true, false), maybe),
    });
    assert(
      property(array(anyEdition, { minLength: 1, maxLength: 3 }), anyFacets, (work, facets) => {
        const editionsOfWork = work.map((one) => ({
          ...one,
          holdings: one.holdings.map(({ branchId, available }) => at(branchId, available)),
        }));
        expect(!isFound(editionsOfWork, facets) || isLetThrough(editionsOfWork, facets)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
