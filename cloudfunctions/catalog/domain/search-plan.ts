import { classTerm, gramsOf, termKinds, whole } from './terms/index-terms';
import { canonicalIsbn } from './terms/isbn';
import { beginsWithHan, characters, compact, normalText } from './terms/normal-text';
import { looksLikeNumber } from './terms/shelf-number';
import { directHints } from './terms/query-terms';
import type { Script } from './terms/script';
import type { TermFrequencies } from './terms/term-frequencies';
import type { WordField } from './terms/match-text';

export type SearchField = WordField | 'isbn' | 'call-number';

/** One look into the index: works that have any of these terms. */
export type Look = { readonly among: 'terms' | 'hints'; readonly anyOf: readonly string[] };

/**
 * How a search is answered. `everything`: all that the look finds, in order. `words`: what was typed is compared
 * with what the looks find; `isOneTerm` when the scan finds exactly the works that have it, so that none needs
 * comparing and a common one is answered in the order of the index alone. `number`: a call number or a class, which
 * may also be a word of a title unless the field says otherwise.
 */
export type SearchPlan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'everything'; readonly scan: Look }
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly field: WordField;
      readonly first: Look;
      readonly scan: Look;
      /** Looked into where the scan finds nothing that has all of what was typed. */
      readonly wider: Look | undefined;
      readonly isOneTerm: boolean;
    }
  | {
      readonly kind: 'number';
      readonly number: string;
      /** What is typed as words; undefined where only numbers are asked for. */
      readonly text: string | undefined;
      readonly first: Look;
      readonly scan: Look;
    };

/** So many works are read at most for a look; the rarest terms of a query together should not have more. */
export const windowSize = 300;
const maxGrams = 6;

const kindsOfField: Readonly<Record<WordField, readonly string[]>> = {
  any: [termKinds.title, termKinds.author, termKinds.subject],
  title: [termKinds.title],
  author: [termKinds.author],
  subject: [termKinds.subject],
};

/** The plan for words, as against a number or a way through everything. */
export type WordPlan = Extract<SearchPlan, { kind: 'words' }>;

const nothing: SearchPlan = { kind: 'nothing' };
const byTerms = (...anyOf: string[]): Look => ({ among: 'terms', anyOf });

/** Pairs of characters tell more than single ones, which serve only where nothing else was typed. */
const tellingGrams = (text: string): string[] => {
  const grams = [...new Set(gramsOf(text))];
  const pairs = grams.filter((gram) => characters(gram).length > 1);
  return pairs.length > 0 ? pairs : grams;
};

/** The rarest grams, as many as stay within a window together, and at least one. */
const rarestOf = (grams: readonly string[], countOf: (gram: string) => number): string[] => {
  const chosen: string[] = [];
  let works = 0;
  for (const gram of [...grams].sort((a, b) => countOf(a) - countOf(b))) {
    works += countOf(gram);
    if (chosen.length > 0 && (works > windowSize || chosen.length === maxGrams)) break;
    chosen.push(gram);
  }
  return chosen;
};

/**
 * Whatever has all of what was typed has its rarest pair of characters too, so this one alone is looked for first. A
 * Latin word may be the beginning of another, and only then stands in no index.
 */
const narrowed = (
  chosen: readonly string[],
): { readonly scan: readonly string[]; readonly wider: readonly string[] } =>
  beginsWithHan(chosen[0] ?? '')
    ? { scan: chosen.slice(0, 1), wider: chosen.slice(1) }
    : { scan: chosen, wider: [] };

const planWords = (text: string, field: WordField, frequencies: TermFrequencies): SearchPlan => {
  const kinds = kindsOfField[field];
  const termsFor = (gram: string) => kinds.map((kind) => `${kind}${gram}`);
  const countOf = (gram: string) => termsFor(gram).reduce((sum, term) => sum + frequencies(term), 0);
  const grams = tellingGrams(text);
  const { scan, wider } = narrowed(rarestOf(grams, countOf));
  const subject = whole(termKinds.subject, text);
  const isOneTerm = grams.length === 1 && compact(text) === grams[0];
  return {
    kind: 'words',
    text,
    field,
    first: { among: 'hints', anyOf: directHints(text) },
    scan: byTerms(
      ...new Set([
        ...scan.flatMap(termsFor),
        ...(kinds.includes(termKinds.subject) && !isOneTerm ? [subject] : []),
      ]),
    ),
    wider: wider.length === 0 ? undefined : byTerms(...wider.flatMap(termsFor)),
    isOneTerm,
  };
};

/** The call number itself is looked up for sure; a class may have many works, which come in order. */
const planNumber = (query: string, text: string, words: SearchPlan | undefined): SearchPlan => {
  // A call number that is still being typed ends after its class.
  const number = query.trim().replace(/[/\s]+$/, '');
  const ofWords = words?.kind === 'words' ? words.scan.anyOf : [];
  return {
    kind: 'number',
    number,
    text: words === undefined ? undefined : text,
    first: byTerms(whole(termKinds.callNumber, text)),
    scan: byTerms(...ofWords, classTerm(number.toUpperCase())),
  };
};

/** Where nothing was typed a class is browsed, or all that the facets leave. */
const planBrowsing = (clc: string | undefined, hasFacets: boolean): SearchPlan => {
  if (clc !== undefined) return { kind: 'everything', scan: byTerms(classTerm(clc)) };
  return hasFacets ? { kind: 'everything', scan: byTerms(termKinds.everything) } : nothing;
};

export type SearchWish = {
  readonly query: string;
  readonly field: SearchField;
  readonly clc?: string | undefined;
  readonly hasFacets: boolean;
};

/** Decides how a search is answered, by what was typed and how common its words are. */
export const planSearch = (
  { query, field, clc, hasFacets }: SearchWish,
  frequencies: TermFrequencies,
  script: Script,
): SearchPlan => {
  if (query.trim() === '') return planBrowsing(clc, hasFacets);
  const isbn = field === 'any' || field === 'isbn' ? canonicalIsbn(query) : undefined;
  if (isbn !== undefined) return { kind: 'everything', scan: byTerms(`${termKinds.isbn}${isbn}`) };
  if (field === 'isbn') return nothing;
  const text = normalText(query, script);
  if (text === '') return nothing;
  if (field === 'call-number') return planNumber(query, text, undefined);
  const words = planWords(text, field, frequencies);
  return field === 'any' && looksLikeNumber(query) ? planNumber(query, text, words) : words;
};
