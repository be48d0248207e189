import Database from 'libsql';
import cloud from 'wx-server-sdk';
import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import type { BookRecord } from '../../cloudfunctions/catalog/domain/works/book-record';
import { gramsOf } from '../../cloudfunctions/catalog/domain/terms/index-terms';
import { normalText } from '../../cloudfunctions/catalog/domain/terms/normal-text';
import { soundOf, typedPinyin } from '../../cloudfunctions/catalog/domain/terms/pinyin-terms';
import type { KnownItem } from './queries';
import type { Answered } from './scores';

const timed = async (item: KnownItem, find: () => Promise<readonly string[]> | readonly string[]) => {
  const started = performance.now();
  const ids = await find();
  return { item, editions: ids.map((id) => [id]), ms: performance.now() - started };
};

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/**
 * What mini programs do: a regular expression over titles and authors, through the SDK, in the same cloud. `unanswered`
 * hears of scans that failed.
 */
export const scanWithRegExp = async (
  environment: Readonly<Record<string, string>>,
  items: readonly KnownItem[],
  unanswered: (words: string) => void,
): Promise<Answered[]> => {
  Object.assign(process.env, environment);
  cloud.init({ env: environment['TCB_ENV'] ?? '' });
  const database = cloud.database();
  const books = database.collection('books');
  const answers: Answered[] = [];
  for (const item of items) {
    const words = database.RegExp({ regexp: escaped(item.query), options: 'i' });
    const find = async () => {
      const query = books.where(database.command.or([{ title: words }, { authors: words }]));
      try {
        const { data } = (await query.limit(10).get()) as { data: readonly { readonly _id: string }[] };
        return data.map(({ _id }) => _id);
      } catch (error) {
        // A scan of a million records takes longer than the SDK waits: it answers nothing.
        unanswered(error instanceof Error ? error.message : String(error));
        return [];
      }
    };
    answers.push(await timed(item, find));
  }
  return answers;
};

const quoted = (grams: readonly string[], between: string) =>
  grams.map((gram) => `"${gram.replaceAll('"', '')}"`).join(between);

/** SQLite's full text search in process: pairs of characters and pinyin in columns, all terms, then any. */
export const searchFullText = async (
  books: readonly BookRecord[],
  items: readonly KnownItem[],
): Promise<Answered[]> => {
  const database = new Database(':memory:');
  database.exec('CREATE VIRTUAL TABLE books USING fts5(id UNINDEXED, words, pinyin, isbn)');
  const insert = database.prepare('INSERT INTO books VALUES (?, ?, ?, ?)');
  database.transaction(() => {
    for (const { bookId, title, authors, isbns } of books) {
      const text = normalText(`${title} ${authors.join(' ')}`, chineseScript);
      const { full, initials } = soundOf(normalText(title, chineseScript), chineseScript);
      insert.run(bookId, gramsOf(text).join(' '), [...full, ...initials].join(' '), isbns.join(' '));
    }
  })();
  const select = database.prepare('SELECT id FROM books WHERE books MATCH ? ORDER BY bm25(books) LIMIT 10');
  const match = (expression: string): string[] =>
    (select.all(expression) as { readonly id: string }[]).map(({ id }) => id);
  const answers: Answered[] = [];
  for (const item of items) {
    const find = () => {
      const text = normalText(item.query, chineseScript);
      const grams = [...new Set([...gramsOf(text), typedPinyin(text)])];
      const found = match(quoted(gramsOf(text), ' AND '));
      return found.length > 0 ? found : match(quoted(grams, ' OR '));
    };
    answers.push(await timed(item, find));
  }
  database.close();
  return answers;
};
