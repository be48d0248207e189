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

/** What librarians, and an import in their place, ask the sweep to do at once. */
export const requests = 'reindex_requests';

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

/** Puts requests as a librarian would in the console. They carry no time: their reader gives them the cloud's. */
const putRequests = async (workbench: Workbench, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const lines = ids.map((id) => JSON.stringify({ _id: id })).join('\n');
  const { errors } = await workbench.importLines(requests, 'upsert', lines);
  if (errors[0] !== undefined) throw new Error(`${requests}: ${errors[0].message}`);
};

export type Following = {
  /** Hears how many requests are left. */
  readonly onRun?: (waiting: number) => void;
  /** Waits while another run is at it. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
  /** Ends it between two runs; what is left stays asked for. */
  readonly stop?: AbortSignal;
};

/**
 * Has the search index follow changed books, and whatever else is still asked for, as after an import that was
 * killed: fires the scheduler's timer until every request is done, so that nobody waits for its next turn. Throws when
 * the sweep keeps failing or never comes free; the requests then stay, and the scheduler's later turns go on with them.
 */
export const reindex = async (
  workbench: Workbench,
  changed: Changed,
  { onRun = () => undefined, wait = pause, stop }: Following = {},
): Promise<void> => {
  await putRequests(workbench, changed === 'all' ? ['all'] : [...changed]);
  let failures = 0;
  let busy = 0;
  for (;;) {
    const waiting = stop?.aborted === true ? 0 : await workbench.count(requests);
    if (waiting === 0) return;
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
