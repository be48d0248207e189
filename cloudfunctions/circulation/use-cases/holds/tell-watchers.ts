import type { Clock } from '../../../kernel/clock';
import { DamagedRecord } from '../../../kernel/damaged-record';
import type { CirculationReads, CirculationRecords, InCirculation, WatchCall } from '../../ports/records';

type Needs = {
  readonly inCirculation: InCirculation;
  readonly reads: Pick<CirculationReads, 'watchCalls'>;
  readonly now: Clock;
};

/** So many are told a step; the others come with the next. */
const callsPerStep = 5;
const cardsPerCall = 10;

const nullIfDamaged = (error: unknown): null => {
  if (error instanceof DamagedRecord) return null;
  throw error;
};

/** In a record that nobody can read the wish stays until staff mend it; its patron is told all the same. */
const forgetWatch = async (records: CirculationRecords, card: string, bookId: string): Promise<void> => {
  const account = await records.account(card).catch(nullIfDamaged);
  if (account === null) return;
  const watches = account.watches.filter((watch) => watch.bookId !== bookId);
  await records.keepAccount({ ...account, watches });
};

/**
 * Tells some of those who asked, each once for each time that a copy came back, and forgets that they asked; who has
 * asked anew since then waits for the next.
 */
const tellSome = ({ inCirculation, now }: Needs, { callId, bookId, cards }: WatchCall): Promise<void> =>
  inCirculation(async (records) => {
    const at = now();
    const title = (await records.book(bookId))?.title ?? bookId;
    const askedAnew = (await records.title(bookId).catch(nullIfDamaged))?.watchers ?? [];
    for (const card of cards.slice(0, cardsPerCall)) {
      if (!askedAnew.includes(card)) await forgetWatch(records, card, bookId);
      const key = `title-back-${callId}-${card}`;
      await records.tell({ key, openid: null, card, kind: 'title-back', details: { bookId, title }, at });
    }
    await records.answerWatchCall(callId, cards.slice(cardsPerCall));
  });

/** Timed work: tells those who asked that a copy is back. `more`: there may be others to tell. */
export const tellWatchers = (needs: Needs) => async (): Promise<'more' | undefined> => {
  const calls = await needs.reads.watchCalls(callsPerStep);
  for (const call of calls) await tellSome(needs, call);
  const isAll = calls.length < callsPerStep && calls.every(({ cards }) => cards.length <= cardsPerCall);
  return isAll ? undefined : 'more';
};
