import type { Outcome } from '../../kernel/contract';
import { describeError } from '../../kernel/describe-error';
import type { Job } from '../../kernel/job';
import { ok } from '../../kernel/result';
import type { scheduler } from '../contract';
import { standingOf, type Lease } from '../domain/lease';
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
const runJob = async (
  { leases, now, log }: Needs,
  { name, everyMs, run }: Job,
  lease: Lease | undefined,
): Promise<JobOutcome> => {
  const attempt = async <T>(step: () => Promise<T>): Promise<T | 'failed'> => {
    try {
      return await step();
    } catch (error) {
      log({ job: name, ...describeError(error) });
      return 'failed';
    }
  };
  const started = now().getTime();
  const terms = { leaseMs, everyMs };
  const standing = lease ? standingOf(lease, started, terms) : 'free';
  if (standing !== 'free') return standing;
  const taken = await attempt(() => leases.take(name, lease !== undefined, started, terms));
  if (taken !== true) return taken === false ? 'busy' : taken;
  const outcome = await attempt(async () => {
    await run();
    return 'done' as const;
  });
  await attempt(() => leases.release(name, started + everyMs));
  return outcome;
};

/** Runs the jobs one after the other; one that fails keeps none of the others from running. */
export const runJobs = (needs: Needs) => async (): Promise<Outcome<Run>> => {
  const known = await needs.leases.look(needs.jobs.map(({ name }) => name));
  const jobs: { name: string; outcome: JobOutcome }[] = [];
  for (const job of needs.jobs)
    jobs.push({ name: job.name, outcome: await runJob(needs, job, known.get(job.name)) });
  return ok({ jobs });
};
