import type { Outcome } from '../../kernel/contract';
import { describeError } from '../../kernel/describe-error';
import type { Job } from '../../kernel/job';
import { ok } from '../../kernel/result';
import type { scheduler } from '../contract';
import type { Leases } from '../ports';

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

/** A lease that can't be taken is a failure of the job; one that can't be given back falls free by itself. */
const runJob = async ({ leases, now, log }: Needs, { name, everyMs, run }: Job): Promise<JobOutcome> => {
  const attempt = async <T>(step: () => Promise<T>): Promise<T | 'failed'> => {
    try {
      return await step();
    } catch (error) {
      log({ job: name, ...describeError(error) });
      return 'failed';
    }
  };
  const started = now().getTime();
  const taken = await attempt(() => leases.take(name, started, started + leaseMs, everyMs));
  if (taken !== 'taken') return taken;
  const outcome = await attempt(async () => {
    await run();
    return 'done' as const;
  });
  await attempt(() => leases.release(name, started + everyMs));
  return outcome;
};

/** Runs the jobs one after the other; one that fails keeps none of the others from running. */
export const runJobs = (needs: Needs) => async (): Promise<Outcome<Run>> => {
  const jobs: { name: string; outcome: JobOutcome }[] = [];
  for (const job of needs.jobs) jobs.push({ name: job.name, outcome: await runJob(needs, job) });
  return ok({ jobs });
};
