/** At most three names; of more, the first three and 等. */
export const authorLine = (authors: readonly string[]): string =>
  authors.length > 3 ? `${authors.slice(0, 3).join('、')} 等` : authors.join('、');

/** What is known of who published it and when: `北京大学出版社 2012`. */
export const imprintLine = (publisher: string | null, year: number | null): string =>
  [publisher, year].filter((part) => part !== null && part !== '').join(' ');

/** One line under a title: authors, publisher and year, of what is known. */
export const bylineOf = (book: {
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly year: number | null;
}): string =>
  [authorLine(book.authors), book.publisher, book.year]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
