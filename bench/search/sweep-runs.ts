import { text } from 'node:stream/consumers';
import { type Workbench, workbenchAt } from '../../local/cloud/workbench/workbench-client';

/** What some runs of the scheduler cost at most, and how many books they went through. */
export type SweepRuns = {
  readonly runs: number;
  readonly books: number;
  readonly calls: number;
  readonly read: number;
  readonly ms: number;
};

type Job = { readonly _id: string; readonly progress?: { readonly seen: number } };

const booksSeen = async (workbench: Workbench): Promise<number> => {
  const jobs = (await text(await workbench.exportLines('jobs'))).split('\n').filter((line) => line !== '');
  const states = jobs.map((line) => JSON.parse(line) as Job);
  return states.find(({ _id }) => _id === 'catalog.sweep')?.progress?.seen ?? 0;
};

/** Fires the scheduler as its timer does every five minutes, on an index that is right already. */
export const sweepRuns = async (url: string, runs: number): Promise<SweepRuns> => {
  const workbench = workbenchAt(url);
  const before = await booksSeen(workbench);
  const most = { calls: 0, read: 0, ms: 0 };
  for (let run = 0; run < runs; run += 1) {
    const { calls, read, ms, error } = await workbench.fireTimer('scheduler');
    if (error) throw new Error(error.errMsg);
    most.calls = Math.max(most.calls, calls);
    most.read = Math.max(most.read, read);
    most.ms = Math.max(most.ms, ms);
  }
  return { runs, books: (await booksSeen(workbench)) - before, ...most };
};
