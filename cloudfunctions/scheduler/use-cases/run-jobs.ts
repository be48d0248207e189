import type { Outcome } from '../../kernel/contract';
import { ok } from '../../kernel/result';
import type { scheduler } from '../contract';
import type { Job, Leases } from '../ports';

type Run = typeof scheduler.run;
type JobOutcome = 'done' | 'busy' | 'not-due' | 'failed';
type Needs = {
  readonly jobs: readonly Job[];
  readonly leases: Leases;
  readonly now: () => Date;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
};

/** Longer than a function may run: a lease that its run could not give back falls free by itself. */
const leaseMs = 120_000;

const runJob = async ({ leases, now, log }: Needs, { name, everyMs, run }: Job): Promise<JobOutcome> => {
  const started = now().getTime();
  const taken = await leases.take(name, started, started + leaseMs);
  if (taken !== 'taken') return taken;
  try {
    await run();
    return 'done';
  } catch (error) {
    log({ job: name, error: error instanceof Error ? error.message : String(error) });
    return 'failed';
  } finally {
    await leases.release(name, started + everyMs);
  }
};

/** Runs the jobs one after the other; one that fails keeps none of the others from running. */
export const runJobs = (needs: Needs) => async (): Promise<Outcome<Run>> => {
  const jobs: { name: string; outcome: JobOutcome }[] = [];
  for (const job of needs.jobs) jobs.push({ name: job.name, outcome: await runJob(needs, job) });
  return ok({ jobs });
};
