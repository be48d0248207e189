import { setTimeout as pause } from 'node:timers/promises';
import { sweepJob } from '../cloudfunctions/catalog/jobs';
import type { Outcome } from '../cloudfunctions/kernel/contract';
import type { scheduler } from '../cloudfunctions/scheduler/contract';
import type { Workbench } from '../local/cloud/workbench/workbench-client';

/** Books whose search entries must follow, or `all` when they are too many to name. */
export type Changed = ReadonlySet<string> | 'all';

/** How often an indexing run may fail in a row (a timeout, a conflict with another run) before we give up. */
const failuresBorne = 3;

/** While another run is at it, we look again so often; in all a little longer than the lease of one that was killed. */
const busyPauseMs = 1_000;
const busyBorne = 150;

const requests = 'reindex_requests';

type Run = { readonly state: 'done' | 'busy' } | { readonly state: 'failed'; readonly why: string };

/** One turn of the scheduler, of which only the sweep of the index matters here. */
const runScheduler = async (workbench: Workbench): Promise<Run> => {
  const { result, error } = await workbench.fireTimer('scheduler');
  if (error !== undefined) return { state: 'failed', why: error.errMsg };
  const outcome = result as Outcome<typeof scheduler.run>;
  if (!outcome.ok) return { state: 'failed', why: JSON.stringify(outcome.reasons) };
  const swept = outcome.value.jobs.find(({ name }) => name === sweepJob)?.outcome;
  if (swept === 'done' || swept === 'busy') return { state: swept };
  return { state: 'failed', why: `${sweepJob}: ${swept ?? 'is no job of it'}; its log says why` };
};

/**
 * Has the search index follow changed books: puts requests as a librarian would in the console, and fires the
 * scheduler's timer until they are done, so that nobody waits for its next turn. The requests carry no time: their
 * reader gives them the cloud's. `onRun` hears how many are left; `wait` waits while another run is at it. Throws when
 * the sweep keeps failing or never comes free; the requests then stay, and the scheduler's later turns go on with them.
 */
export const reindex = async (
  workbench: Workbench,
  changed: Changed,
  onRun: (waiting: number) => void,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): Promise<void> => {
  const ids = changed === 'all' ? ['all'] : [...changed];
  if (ids.length === 0) return;
  const lines = ids.map((id) => JSON.stringify({ _id: id })).join('\n');
  const { errors } = await workbench.importLines(requests, 'upsert', lines);
  if (errors[0] !== undefined) throw new Error(`${requests}: ${errors[0].message}`);
  let failures = 0;
  let busy = 0;
  for (let waiting = ids.length; waiting > 0; waiting = await workbench.count(requests)) {
    onRun(waiting);
    const run = await runScheduler(workbench);
    failures = run.state === 'failed' ? failures + 1 : 0;
    busy = run.state === 'busy' ? busy + 1 : 0;
    if (run.state === 'failed' && failures > failuresBorne)
      throw new Error(`the index cannot follow: ${run.why}`);
    if (busy > busyBorne) throw new Error('the index cannot follow: another run never ends');
    if (run.state === 'busy') await wait(busyPauseMs);
  }
};

/** Gathers changed books; beyond `most` it no longer names them, since the whole index is then built sooner. */
export const changeCollector = (most = 5_000): { add(bookId: string): void; changed(): Changed } => {
  const ids = new Set<string>();
  return {
    add: (bookId) => {
      if (ids.size <= most) ids.add(bookId);
    },
    changed: () => (ids.size > most ? 'all' : ids),
  };
};
