import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { holdActions } from '../../contract/holds';
import { freeAmong } from '../../domain/loans/copy';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { Book, CirculationRecords, InCirculation } from '../../ports/records';

type WatchAction = typeof holdActions.watch;
type Needs = { readonly inCirculation: InCirculation; readonly now: Clock };
type Reason = Extract<Awaited<Answer<WatchAction>>, { ok: false }>['reasons'][number];

/** So many titles may be watched at a time. */
const mostWatches = 30;

const whyNot = async (
  records: CirculationRecords,
  book: Book | null,
  account: PatronCirculation,
): Promise<Reason | undefined> => {
  if (book === null) return { code: 'no-such-book' };
  const title = await records.title(book.bookId);
  const free = freeAmong(await records.copiesOf(book.bookId), title).length;
  if (free > 0) return { code: 'on-shelf', copies: free };
  return account.watches.length >= mostWatches ? { code: 'watch-limit', limit: mostWatches } : undefined;
};

/** Asks to be told when a copy of a title is back, or no longer. A watch that stands already is left as it is. */
export const watchTitle =
  ({ inCirculation, now }: Needs) =>
  (
    { patron: { card } }: PatronCaller,
    { bookId, isOn, requestKey }: Parsed<WatchAction>,
  ): Promise<Answer<WatchAction>> =>
    inCirculation(async (records) => {
      const at = now();
      const account = await records.account(card);
      const asked = { key: requestKey, request: `watch/${bookId}/${isOn}`, done: account.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<WatchAction>> => {
        if (account.watches.some((watch) => watch.bookId === bookId) === isOn) return ok({ isWatched: isOn });
        const book = await records.book(bookId);
        const reason = isOn ? await whyNot(records, book, account) : undefined;
        if (reason) return refuse(reason);
        const title = await records.title(bookId);
        const others = { watches: account.watches.filter((watch) => watch.bookId !== bookId) };
        const own = { bookId, title: book?.title ?? bookId, since: libraryDay(at) };
        const watchers = title.watchers.filter((watcher) => watcher !== card);
        await records.keepTitle({ ...title, watchers: isOn ? [...watchers, card] : watchers });
        const answer = { isWatched: isOn };
        await records.keepAccount({
          ...account,
          watches: isOn ? [...others.watches, own] : others.watches,
          doneRequests: remember(answer),
        });
        return ok(answer);
      });
    });
