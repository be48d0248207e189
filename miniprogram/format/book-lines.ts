import { authorNames } from '../wording/zh-CN/catalog/catalogue-terms';

const mostNames = 3;

/** At most three names; of more, the first three and that there are more. */
export const authorLine = (authors: readonly string[]): string =>
  authorNames(authors.slice(0, mostNames), authors.length <= mostNames);

/** What is known of who published it and when: `北京大学出版社 2012`. */
export const imprintLine = (publisher: string | null, year: number | null): string =>
  [publisher, year].filter((part) => part !== null && part !== '').join(' ');

/**
 * One line under a title: authors and publisher, which may be cut where there is no room, and the year, which never is;
 * it brings the dot that parts them.
 */
export const bylineOf = (book: {
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly year: number | null;
}): { readonly makers: string; readonly year: string } => {
  const makers = [authorLine(book.authors), book.publisher]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
  if (book.year === null) return { makers, year: '' };
  return { makers, year: makers === '' ? String(book.year) : ` · ${book.year}` };
};
