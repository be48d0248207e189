import type { Clock } from '../../kernel/clock';
import { documentRange } from '../../kernel/document-fault';
import { countingBucket, lossyCounter, readCounts, writeFrequencies } from '../domain/terms/term-frequencies';
import { termsOfBook } from '../domain/works/work-document';
import type { ReindexRequests, Statistics, SweepProgress, SweepState } from '../ports';
import { checkCopies } from './check-copies';
import { renewBooks, renewWorks, type RenewNeeds } from './renew-works';

type Needs = RenewNeeds & {
  readonly state: SweepState;
  readonly statistics: Statistics;
  readonly requests: ReindexRequests;
  readonly now: Clock;
};

/**
 * One run keeps within 20 calls and 10 seconds, with the scheduler's own. 1,000 books or 3,200 works a run, every five
 * minutes, are a whole pass over 200,000 books in some 255 of a day's 288 runs.
 */
const booksPerRun = 1000;
/** Their books are seldom more than one query takes. */
const worksPerBatch = 800;
const maxWorkBatches = 4;
const maxRequests = 100;

const beginning = (at: number): SweepProgress => ({
  phase: 'books',
  after: '',
  passStartedAt: at,
  seen: 0,
  renewed: 0,
  lastPassStartedAt: 0,
  lastPassEndedAt: 0,
  counting: '',
});

/** The next pass; what is known of the last one stays, and the walk through the copies goes on. */
const anew = (progress: SweepProgress, at: number): SweepProgress => {
  const { lastPassStartedAt, lastPassEndedAt, copiesAfter = '' } = progress;
  return { ...beginning(at), lastPassStartedAt, lastPassEndedAt, copiesAfter };
};

/** The next books by id: what changed by hand or by an import shows in what they say now. */
const sweepBooks = async (needs: Needs, progress: SweepProgress): Promise<SweepProgress> => {
  const read = await needs.catalogue.booksAfter(progress.after, booksPerRun);
  const renewed = await renewWorks(needs, { ids: read.ids, books: read.records });
  const upTo = read.ids.length === booksPerRun ? read.ids.at(-1) : undefined;
  await needs.faults.renewRange(documentRange('books', progress.after, upTo), read.faults);
  const counter = lossyCounter(countingBucket, readCounts(progress.counting), progress.seen);
  for (const book of read.records) counter.add(termsOfBook(book, needs.script));
  const counted = {
    ...progress,
    seen: progress.seen + read.ids.length,
    renewed: progress.renewed + renewed.length,
  };
  if (upTo !== undefined) return { ...counted, after: upTo, counting: writeFrequencies(counter.counts(), 1) };
  await needs.statistics.publish(writeFrequencies(counter.counts()), counted.seen);
  return { ...counted, phase: 'index', after: '', counting: '' };
};

/** The next works of the index: those whose books are gone leave it. */
const sweepWorks = async (needs: Needs, progress: SweepProgress): Promise<SweepProgress> => {
  const works = await needs.indexedWorks.after(progress.after, worksPerBatch);
  const ids = [...new Set(works.flatMap(({ books }) => books))];
  const existing = new Set(await needs.catalogue.existing(ids));
  const gone = ids.filter((id) => !existing.has(id));
  const renewed = await renewBooks(needs, gone);
  const counted = { ...progress, renewed: progress.renewed + renewed.length };
  const last = works.at(-1);
  if (last !== undefined && works.length === worksPerBatch) return { ...counted, after: last._id };
  const at = needs.now().getTime();
  const { passStartedAt: lastPassStartedAt } = progress;
  return { ...counted, phase: 'books', after: '', lastPassStartedAt, lastPassEndedAt: at };
};

const sweepOn = async (needs: Needs, before: SweepProgress): Promise<SweepProgress> => {
  if (before.phase === 'books') {
    const progress = await sweepBooks(needs, before);
    // A small library is swept whole in one run.
    return progress.phase === 'index' && progress.seen < booksPerRun ? sweepWorks(needs, progress) : progress;
  }
  let progress = before;
  for (let batch = 0; batch < maxWorkBatches && progress.phase === 'index'; batch += 1) {
    const { renewed } = progress;
    progress = await sweepWorks(needs, progress);
    if (progress.renewed > renewed) break;
  }
  return progress;
};

/**
 * One run: what was asked for by number comes first and alone; else the sweep goes on from where the last run
 * stopped, and begins anew where a whole pass was asked for. A run through books that were all right has calls left for
 * the next copies. It may stop anywhere, since its place is written last and doing a
 * batch again changes nothing.
 */
export const sweepIndex = (needs: Needs) => async (): Promise<void> => {
  const started = needs.now().getTime();
  const { bookIds, allSince } = await needs.requests.read(maxRequests);
  if (bookIds.length > 0) {
    await renewBooks(needs, bookIds);
    await needs.requests.remove(bookIds);
    return;
  }
  const kept = (await needs.state.read()) ?? beginning(started);
  const isAskedAnew = allSince !== undefined && kept.passStartedAt < allSince;
  const before = isAskedAnew ? anew(kept, started) : kept;
  const swept = await sweepOn(needs, before);
  const isPassOver = swept.phase === 'books' && swept.after === '';
  const hasCallsLeft = before.phase === 'books' && swept.renewed === before.renewed;
  const { copiesAfter = '' } = before;
  const progress = {
    ...(isPassOver ? anew(swept, swept.lastPassEndedAt) : swept),
    copiesAfter: hasCallsLeft ? await checkCopies(needs, copiesAfter) : copiesAfter,
  };
  await needs.state.write(progress);
  if (allSince !== undefined && progress.lastPassStartedAt >= allSince) await needs.requests.remove(['all']);
};
