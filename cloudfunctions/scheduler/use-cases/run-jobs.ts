import type { Clock } from '../../kernel/clock';
import type { Outcome, Parsed } from '../../kernel/contract';
import { describeError } from '../../kernel/describe-error';
import type { Job } from '../../kernel/job';
import { ok } from '../../kernel/result';
import type { scheduler } from '../contract';
import { standingOf, type Lease, type JobStanding } from '../domain/lease';
import type { Leases } from '../ports';

type Run = typeof scheduler.run;
type JobOutcome = 'done' | 'busy' | 'not-due' | 'failed';
type Needs = {
  readonly jobs: readonly Job[];
  readonly leases: Leases;
  readonly now: Clock;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
};

/** Longer than a function may run: a lease that its run could not give back falls free by itself. */
const leaseMs = 120_000;

/** A run begins nothing more when it is older than this, be it a job or a job's next step; a still clock ends it too. */
const beginsMs = 20_000;
const mostSteps = 200;

const inSteps = async (run: Job['run'], hasTime: () => boolean): Promise<void> => {
  for (let step = 0; step < mostSteps; step += 1) if ((await run()) !== 'more' || !hasTime()) return;
};

/** A job as it stands in this run. */
type Turn = {
  readonly job: Job;
  readonly lease: Lease | undefined;
  readonly standing: JobStanding;
  /** It is late by a whole period, and runs beside the run's own job while there is time. */
  readonly isMissed: boolean;
};

const standingAt = (lease: Lease | undefined, { everyMs }: Job, now: number): JobStanding =>
  lease ? standingOf(lease, now, { leaseMs, everyMs }) : 'free';

/** How late a job is, in its own periods; one that never ran is later than any. */
const lateness = ({ job, lease }: Omit<Turn, 'isMissed'>, now: number): number =>
  lease?.dueAt === undefined ? Number.MAX_VALUE : (now - lease.dueAt) / job.everyMs;

/**
 * How each job stands. A sweep has a run to itself. Between two sweeps runs the job that is latest for its period, and
 * of two alike the one that comes more often; the others wait for the next run, so that a run keeps within its calls and
 * none waits for ever. What is late by a whole period waits no longer: so the library catches up when its timers stood still.
 */
const turnsOf = (
  jobs: readonly Job[],
  known: ReadonlyMap<string, Lease>,
  now: number,
  isBetween: boolean,
): readonly Turn[] => {
  const turns = jobs.map((job) => {
    const lease = known.get(job.name);
    return { job, lease, standing: standingAt(lease, job, now) };
  });
  const [rare, ...others] = turns
    .filter(({ job, standing }) => standing === 'free' && job.everyMs > 0)
    .sort((a, b) => lateness(b, now) - lateness(a, now) || a.job.everyMs - b.job.everyMs);
  const missed = new Set(others.filter((turn) => turn.lease !== undefined && lateness(turn, now) >= 1));
  return turns.map((turn) => {
    const isMissed = isBetween && missed.has(turn);
    const isRunning = isBetween ? turn === rare || isMissed : turn.job.everyMs === 0;
    const standing = turn.standing === 'free' && !isRunning ? 'not-due' : turn.standing;
    return { ...turn, standing, isMissed };
  });
};

/** A lease that can't be taken is a failure of the job; one that can't be given back falls free by itself. */
const runJob = async (
  { leases, now, log }: Needs,
  { job: { name, everyMs, run }, lease, standing }: Turn,
  hasTime: () => boolean,
): Promise<JobOutcome> => {
  const attempt = async <T>(step: () => Promise<T>): Promise<T | 'failed'> => {
    try {
      return await step();
    } catch (error) {
      log({ job: name, ...describeError(error) });
      return 'failed';
    }
  };
  if (standing !== 'free') return standing;
  const started = now().getTime();
  const taken = await attempt(() => leases.take(name, lease !== undefined, started, { leaseMs, everyMs }));
  if (taken !== true) return taken === false ? 'busy' : taken;
  const outcome = await attempt(async () => {
    await inSteps(run, hasTime);
    return 'done' as const;
  });
  await attempt(() => leases.release(name, started + everyMs));
  return outcome;
};

/** Runs the jobs one after the other; one that fails keeps none of the others from running. */
export const runJobs =
  (needs: Needs) =>
  async (_caller: unknown, { isBetween }: Parsed<Run>): Promise<Outcome<Run>> => {
    const began = needs.now().getTime();
    const hasTime = () => needs.now().getTime() - began < beginsMs;
    const known = await needs.leases.look(needs.jobs.map(({ name }) => name));
    const jobs: { name: string; outcome: JobOutcome }[] = [];
    for (const turn of turnsOf(needs.jobs, known, began, isBetween)) {
      const outcome = turn.isMissed && !hasTime() ? 'not-due' : await runJob(needs, turn, hasTime);
      jobs.push({ name: turn.job.name, outcome });
    }
    return ok({ jobs });
  };
