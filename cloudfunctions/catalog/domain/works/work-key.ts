import { authorNames, familyName } from './author';
import type { BookRecord } from './book-record';
import { compact, normalText } from '../terms/normal-text';
import type { Script } from '../terms/script';
import { mainTitle } from './title';

const maxTitle = 80;
const maxName = 24;

/**
 * What editions of one work have in common: the title proper and the first author's remembered name, normalised.
 * It depends on the record alone, so the order of records does not matter.
 */
export const workKey = (book: BookRecord, script: Script): string => {
  const title = compact(normalText(mainTitle(book.title), script)) || compact(normalText(book.title, script));
  const [author = ''] = book.authors.flatMap(authorNames);
  const name = compact(normalText(familyName(author), script));
  return `${(title || book.title.trim()).slice(0, maxTitle)}/${name.slice(0, maxName)}`;
};
