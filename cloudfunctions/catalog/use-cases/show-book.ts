import type { Clock } from '../../kernel/clock';
import { describeError } from '../../kernel/describe-error';
import { libraryDay } from '../../kernel/library-day';
import type { Outcome, Parsed } from '../../kernel/contract';
import { ok, refuse } from '../../kernel/result';
import type { Caller } from '../../kernel/serve';
import type { catalog } from '../contract';
import { askerGroup } from '../domain/asker-group';
import type { BookRecord, CopyRecord } from '../domain/works/book-record';
import { compareCopies } from '../domain/works/copy-order';
import { fullMatch, quality } from '../domain/terms/match';
import { normalText } from '../domain/terms/normal-text';
import type { Script } from '../domain/terms/script';
import { workDocument } from '../domain/works/work-document';
import { workKey } from '../domain/works/work-key';
import type { CopyStandings, EditionsOfWork, SearchCounts } from '../ports';
import { renewBooks, renewFaults, renewWorks, type RenewNeeds } from './renew-works';

type Show = typeof catalog.book;
type Needs = RenewNeeds & {
  readonly editions: EditionsOfWork;
  readonly counts: SearchCounts;
  readonly standings: CopyStandings;
  readonly now: Clock;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
};

const replyRecord = ({ addedOn: _addedOn, ...record }: BookRecord) => ({
  ...record,
  authors: [...record.authors],
  isbns: [...record.isbns],
  subjects: [...record.subjects],
});

const replyCopy = ({ bookId: _bookId, loans: _loans, ...copy }: CopyRecord) => copy;

/** Whether the book has all of a query in its title, names or subjects, as written or as it sounds. */
const isNamedBy = (query: string, book: BookRecord, script: Script): boolean => {
  const { matchText } = workDocument(workKey(book, script), [{ book, copies: [] }], script);
  return fullMatch({ text: query, sounds: [] }, matchText) >= quality.full;
};

/**
 * What was typed, on which day, once a person, nothing of who typed it. Only words of the book count: what becomes hot
 * is shown to all patrons, and nobody shall write there what they like.
 */
const countSearch = async (
  { counts, script, now }: Needs,
  { openid }: Caller,
  book: BookRecord,
  foundBy: string | undefined,
): Promise<void> => {
  const query = normalText(foundBy ?? '', script)
    .slice(0, 40)
    .trim();
  if (query === '' || !isNamedBy(query, book, script)) return;
  const day = libraryDay(now());
  await counts.add(day, query, askerGroup(openid, day, query));
};

/** What the page does not depend on: a failure of it is logged and keeps nobody from the book. */
const beside = async <T>({ log }: Needs, task: string, work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    log({ task, ...describeError(error) });
    return undefined;
  }
};

/**
 * A record with its copies as they stand now and the other editions of the work. Where the index tells something
 * else about the record, the index is mended at once.
 */
export const showBook =
  (needs: Needs) =>
  async (caller: Caller, { bookId, foundBy }: Parsed<Show>): Promise<Outcome<Show>> => {
    const { records, faults } = await needs.catalogue.books([bookId]);
    const [book] = records;
    if (!book) {
      await beside(needs, 'mend', () => renewBooks(needs, [bookId]));
      return refuse({ code: 'no-such-book' as const });
    }
    const [copies, standings] = await Promise.all([
      needs.catalogue.copiesOf([bookId]),
      beside(needs, 'standings', () => needs.standings(bookId)),
      beside(needs, 'mend', () => renewWorks(needs, { ids: [bookId], books: [book] })),
      beside(needs, 'faults', () => renewFaults(needs, [bookId], faults)),
      beside(needs, 'count', () => countSearch(needs, caller, book, foundBy)),
    ]);
    const editions = await needs.editions.of(bookId);
    return ok({
      record: replyRecord(book),
      copies: copies.records
        .map((copy) => ({ ...copy, ...standings?.get(copy.barcode) }))
        .sort(compareCopies)
        .map(replyCopy),
      editions: editions.filter((edition) => edition.bookId !== bookId),
    });
  };
