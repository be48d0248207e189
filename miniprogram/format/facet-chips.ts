import type { ActionOf } from '../../cloudfunctions/api';
import type { Parsed } from '../../cloudfunctions/kernel/contract';
import { clcClasses, clcName } from '../wording/zh-CN/catalog/clc-classes';
import { fieldNames, languageNames, sortNames } from '../wording/zh-CN/catalog/catalogue-terms';
import { resultsWording } from '../wording/zh-CN/catalog/results';
import { languageLabel } from './language';
import type { BranchNames } from './result-row';
import { yearLabel, yearRanges } from './year-ranges';

type SearchInput = Parsed<ActionOf<'catalog.search'>>;
type Request = Pick<SearchInput, 'field' | 'facets' | 'sort'>;

export type ChipName = 'availableNow' | 'branchId' | 'language' | 'clc' | 'year' | 'field' | 'sort';
/** One chip over the results: `isOn` when it narrows them, `opens` when tapping it offers a choice. */
export type Chip = {
  readonly name: ChipName;
  readonly label: string;
  readonly isOn: boolean;
  readonly opens: boolean;
};
/** One line of the choice a chip offers; the empty value lifts the restriction. */
export type Choice = { readonly value: string; readonly label: string; readonly isChosen: boolean };

const labels = resultsWording.facets;
const all = { value: '', label: resultsWording.all };

const chip = (name: ChipName, unset: string, set: string | null | undefined): Chip => ({
  name,
  label: set ?? unset,
  isOn: set !== null && set !== undefined,
  opens: true,
});

/** The chips over a list of results, as they stand for what is asked on the library's day `today`. */
export function facetChips(request: Request, branchNames: BranchNames, today: string): readonly Chip[] {
  const { facets, field, sort } = request;
  const { branchId, language, clc } = facets;
  const year = yearLabel(facets, today);
  return [
    {
      name: 'availableNow',
      label: labels.availableNow,
      isOn: facets.availableNow === true,
      opens: false,
    },
    chip('branchId', labels.branchId, branchId && (branchNames[branchId] ?? labels.branchId)),
    chip('clc', labels.clc, clc && (clcName(clc) ?? clc)),
    chip('language', labels.language, language && languageLabel(language)),
    chip('year', labels.year, year),
    { ...chip('sort', sortNames[sort], sortNames[sort]), isOn: sort !== 'best' },
    { ...chip('field', fieldNames[field], fieldNames[field]), isOn: field !== 'any' },
  ];
}

const choicesFrom = (
  offered: readonly Omit<Choice, 'isChosen'>[],
  chosen: string | undefined,
): readonly Choice[] => offered.map((choice) => ({ ...choice, isChosen: choice.value === (chosen ?? '') }));

const offeredBy = (names: Readonly<Record<string, string>>): readonly Omit<Choice, 'isChosen'>[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What a chip offers when it is tapped. */
export function choicesOf(
  name: Exclude<ChipName, 'availableNow'>,
  { facets, field, sort }: Request,
  branchNames: BranchNames,
  today: string,
): readonly Choice[] {
  const classes = clcClasses.map(({ clc, name: label }) => ({ value: clc, label: `${clc} ${label}` }));
  const years = yearRanges(today).map(({ label }) => ({ value: label, label }));
  const choices: Readonly<Record<typeof name, readonly Choice[]>> = {
    branchId: choicesFrom([all, ...offeredBy(branchNames)], facets.branchId),
    language: choicesFrom([all, ...offeredBy(languageNames)], facets.language),
    clc: choicesFrom([all, ...classes], facets.clc),
    year: choicesFrom([all, ...years], yearLabel(facets, today) ?? ''),
    sort: choicesFrom(offeredBy(sortNames), sort),
    field: choicesFrom(offeredBy(fieldNames), field),
  };
  return choices[name];
}

/** How the search changes when a choice is made; the empty value lifts a restriction. */
export function choiceMade(
  name: Exclude<ChipName, 'availableNow'>,
  value: string,
  facets: SearchInput['facets'],
  today: string,
): Partial<Request> {
  if (name === 'sort') return { sort: value as SearchInput['sort'] };
  if (name === 'field') return { field: value as SearchInput['field'] };
  if (name !== 'year') return { facets: { ...facets, [name]: value === '' ? undefined : value } };
  const { yearFrom, yearTo } = yearRanges(today).find(({ label }) => label === value) ?? {};
  return { facets: { ...facets, yearFrom, yearTo } };
}
