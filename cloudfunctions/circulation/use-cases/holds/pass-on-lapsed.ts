import { auditLine, byJob } from '../../../kernel/audit';
import type { Clock } from '../../../kernel/clock';
import { libraryDay, type Day } from '../../../kernel/library-day';
import { recordByRecord, type Log } from '../../../kernel/record-by-record';
import type { QueuedHold, TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationReads, CirculationRecords, InCirculation } from '../../ports/records';
import { endHold, withoutHold } from './end-hold';
import type { MoveNeeds } from './move-copy';

type Needs = MoveNeeds & {
  readonly inCirculation: InCirculation;
  readonly reads: Pick<CirculationReads, 'titlesLapsedBefore'>;
  readonly now: Clock;
  readonly log: Log;
};

/** So many titles a step; the others come with the next. */
const titlesPerStep = 5;
const job = 'circulation.pass-on-copies';

const isLapsed = ({ state, pickupBy }: QueuedHold, today: Day): boolean =>
  state === 'ready' && pickupBy !== null && pickupBy < today;

const lapse = async (
  records: CirculationRecords,
  needs: Needs,
  title: TitleCirculation,
  hold: QueuedHold,
  at: Date,
): Promise<TitleCirculation> => {
  const { holdId, card } = hold;
  await records.keepAccount(withoutHold(await records.account(card), holdId));
  const details = { holdId, title: (await records.book(title.bookId))?.title ?? title.bookId };
  const key = `hold-lapsed-${holdId}`;
  await records.tell({ key, openid: null, card, kind: 'hold-lapsed', details, at });
  const about = { card, pseudonym: await records.pseudonymOf(card) };
  await records.audit(auditLine(byJob(job), about, { action: 'circulation.lapseHold', target: holdId, at }));
  return endHold(records, needs, title, hold, { end: 'lapsed', at });
};

/** What is no longer so by now is left alone. */
const passOn = (needs: Needs, today: Day) => (bookId: string) =>
  needs.inCirculation(async (records) => {
    let title = await records.title(bookId);
    const lapsed = title.holds.filter((hold) => isLapsed(hold, today));
    for (const hold of lapsed) title = await lapse(records, needs, title, hold, needs.now());
    if (lapsed.length > 0) await records.keepTitle(title);
    return bookId;
  });

/**
 * Timed work: a hold whose last day on the pickup shelf is over ends, and its copy passes on to the next. Each title in
 * a transaction of its own. Titles that nobody can read do not stand in the way of those behind them. `more`: others may have lapsed too.
 */
export const passOnLapsed = (needs: Needs) => async (): Promise<'more' | undefined> => {
  const today = libraryDay(needs.now());
  const seen: string[] = [];
  for (;;) {
    const some = await needs.reads.titlesLapsedBefore(today, titlesPerStep, seen);
    const done = await recordByRecord(job, some, passOn(needs, today), needs.log);
    if (some.length < titlesPerStep) return undefined;
    if (done.length > 0) return 'more';
    seen.push(...some);
  }
};
