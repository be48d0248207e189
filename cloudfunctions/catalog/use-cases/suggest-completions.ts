import type { Outcome, Parsed } from '../../kernel/contract';
import { ok } from '../../kernel/result';
import type { Caller } from '../../kernel/serve';
import type { catalog } from '../contract';
import { authorNames } from '../domain/works/author';
import { fullMatch, quality } from '../domain/terms/match';
import { compact, normalText } from '../domain/terms/normal-text';
import type { Script } from '../domain/terms/script';
import { planSearch, type WordPlan } from '../domain/search-plan';
import { mainTitle } from '../domain/works/title';
import type { FoundWork, WorkIndex } from '../ports';

type Suggest = typeof catalog.suggest;
type Suggestion = { kind: 'title' | 'author' | 'subject'; text: string; bookId: string | null };
type Needs = { readonly index: WorkIndex; readonly script: Script };

const shown = 8;
const maxAuthors = 2;
/** While typing an answer must come quickly: so few works are looked at. */
const perLook = 60;

const distinct = (suggestions: readonly Suggestion[]): Suggestion[] => [
  ...new Map(suggestions.map((one) => [`${one.kind}/${compact(one.text)}`, one])).values(),
];

const authorsLike = (text: string, works: readonly FoundWork[], script: Script): Suggestion[] =>
  works
    .flatMap(({ editions }) => editions.flatMap(({ authors }) => authors.flatMap(authorNames)))
    .filter((name) => compact(normalText(name, script)).includes(compact(text)))
    .map((name) => ({ kind: 'author', text: name, bookId: null }));

const titlesLike = (text: string, works: readonly FoundWork[]): Suggestion[] =>
  works
    .map((work) => ({
      work,
      match: fullMatch({ text, sounds: [] }, { ...work.matchText, authors: [], subjects: [] }),
    }))
    .filter(({ match }) => match >= quality.full)
    .sort((a, b) => b.match - a.match || (a.work.rank < b.work.rank ? -1 : 1))
    .flatMap(({ work: { editions } }) => {
      const [edition] = editions;
      if (!edition) return [];
      const bookId = editions.length === 1 ? edition.bookId : null;
      return [{ kind: 'title', text: mainTitle(edition.title), bookId }];
    });

const subjectsLike = (text: string, works: readonly FoundWork[]): Suggestion[] =>
  works
    .flatMap(({ matchText }) => matchText.subjects)
    .filter((subject) => compact(subject).startsWith(compact(text)))
    .map((subject) => ({ kind: 'subject', text: subject, bookId: null }));

const read = async ({ index }: Needs, plan: WordPlan): Promise<FoundWork[]> => {
  const wish = { facets: {}, order: 'rank', after: '', limit: perLook } as const;
  const found = await Promise.all([
    index.find({ ...plan.first, ...wish }),
    index.find({ ...plan.scan, ...wish }),
  ]);
  return [...new Map(found.flat().map((work) => [work.key, work])).values()];
};

/** Completions of what is being typed, in characters or pinyin: authors, titles, and a subject. */
export const suggestCompletions =
  (needs: Needs) =>
  async (_caller: Caller, { query }: Parsed<Suggest>): Promise<Outcome<Suggest>> => {
    const wish = { query, field: 'any', hasFacets: false } as const;
    const plan = planSearch(wish, await needs.index.frequencies(), needs.script);
    if (plan.kind !== 'words') return ok({ suggestions: [] });
    const works = await read(needs, plan);
    const authors = distinct(authorsLike(plan.text, works, needs.script)).slice(0, maxAuthors);
    const subjects = distinct(subjectsLike(plan.text, works)).slice(0, 1);
    const titles = distinct(titlesLike(plan.text, works)).slice(0, shown - authors.length - subjects.length);
    return ok({ suggestions: [...authors, ...titles, ...subjects] });
  };
