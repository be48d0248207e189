import type { Lease } from '../../cloudfunctions/scheduler/domain/lease';
import type { Leases } from '../../cloudfunctions/scheduler/ports';
import { runJobs } from '../../cloudfunctions/scheduler/use-cases/run-jobs';

const at = Date.parse('2026-11-21T04:00:00Z');
const hour = 3_600_000;
const free: Leases = {
  look: () => Promise.resolve(new Map()),
  take: () => Promise.resolve(true),
  release: () => Promise.resolve(),
};
const lost = () => Promise.reject(new Error('the database is away: 我的秘密'));
const never = () => Promise.reject(new Error('must not run'));

const nobody = { kind: 'timer', openid: '' } as const;
type Run = () => Promise<void | 'more'>;

/** Two jobs, the first as given and the second always well, in the run of a sweep or between two. */
const running = async (leases: Leases, run: Run, isBetween = false) => {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const result = await runJobs({
    leases: {
      look: (names) => leases.look(names),
      take: (name, ...terms) => (name === 'first' ? leases.take(name, ...terms) : Promise.resolve(true)),
      release: (name, dueAt) => (name === 'first' ? leases.release(name, dueAt) : Promise.resolve()),
    },
    now: () => new Date(at),
    log: (line) => lines.push(line),
    jobs: [
      { name: 'first', everyMs: isBetween ? hour : 0, run },
      { name: 'second', everyMs: 0, run: () => Promise.resolve() },
    ],
  })(nobody, { isBetween });
  const outcomes = result.ok ? result.value.jobs.map(({ outcome }) => outcome) : [];
  return { outcomes, lines };
};

const done = () => Promise.resolve();
/** What was seen of the first job; nobody may try to take it or give it back. */
const seen = (lease: Lease): Leases => ({
  look: () => Promise.resolve(new Map([['first', lease]])),
  take: lost,
  release: lost,
});

test.each<[string, Leases, () => Promise<void>, string, number]>([
  ['is done', free, done, 'done', 0],
  ['fails', free, lost, 'failed', 1],
  ['is another run’s', seen({ leasedUntil: at + 1, dueAt: 0 }), never, 'busy', 0],
  [
    'another run took meanwhile',
    { ...free, take: () => Promise.resolve(false), release: lost },
    never,
    'busy',
    0,
  ],
  ['can’t be taken', { ...free, take: lost }, never, 'failed', 1],
  ['can’t be given back', { ...free, release: lost }, done, 'done', 1],
  ['fails and can’t be given back', { ...free, release: lost }, lost, 'failed', 2],
])(
  'a job that %s keeps no other from running, and no message reaches the log',
  async (_, leases, run, outcome, logged) => {
    const { outcomes, lines } = await running(leases, run);
    expect(outcomes).toEqual([outcome, 'done']);
    expect(lines).toHaveLength(logged);
    expect(JSON.stringify(lines)).not.toContain('我的秘密');
  },
);

test('a job that is not due does not run', async () => {
  const { outcomes } = await running(seen({ leasedUntil: 0, dueAt: at + 1 }), never, true);
  expect(outcomes).toEqual(['not-due', 'not-due']);
});

test.each([
  ['done', done],
  ['failed', lost],
])('a job that is %s is given back, due again an hour after it began', async (_, run) => {
  const released: (readonly [string, number])[] = [];
  const release = (name: string, dueAt: number) => {
    released.push([name, dueAt]);
    return Promise.resolve();
  };
  await running({ ...free, release }, run, true);
  expect(released).toEqual([['first', at + hour]]);
});

test.each([
  ['that never ran', new Map<string, Lease>(), false],
  ['that ran before', new Map([['first', { leasedUntil: 0, dueAt: at }]]), true],
])('a job %s is taken for two minutes, and for as long as it is not due again', async (_, known, isKnown) => {
  const taken: unknown[] = [];
  const take: Leases['take'] = (...asked) => {
    taken.push(asked);
    return Promise.resolve(true);
  };
  await running({ ...free, look: () => Promise.resolve(known), take }, done, true);
  expect(taken).toEqual([['first', isKnown, at, { leaseMs: 120_000, everyMs: hour }]]);
});

const jobNamed = (name: string, everyMs: number, run: Run = done) => ({ name, everyMs, run });

/** Leases that stay in memory: what a run gave back stands until the next. */
const remembered = (known: Map<string, Lease>): Leases => ({
  ...free,
  look: () => Promise.resolve(known),
  release: (name, dueAt) => Promise.resolve(void known.set(name, { leasedUntil: 0, dueAt })),
});

test('a sweep has its run to itself, and of the other jobs one runs at a time', async () => {
  const jobs = [jobNamed('sweep', 0), jobNamed('daily', 24 * hour), jobNamed('hourly', hour)];
  const leases = remembered(new Map());
  const outcomes: unknown[] = [];
  for (const isBetween of [false, true, true, true, false]) {
    const run = runJobs({ leases, jobs, now: () => new Date(at), log: () => undefined });
    const result = await run(nobody, { isBetween });
    outcomes.push(result.ok && result.value.jobs.map(({ outcome }) => outcome));
  }
  expect(outcomes).toEqual([
    ['done', 'not-due', 'not-due'],
    ['not-due', 'not-due', 'done'],
    ['not-due', 'done', 'not-due'],
    ['not-due', 'not-due', 'not-due'],
    ['done', 'not-due', 'not-due'],
  ]);
});

test('a job that is due at every run keeps none of the rarer ones waiting for ever', async () => {
  const minute = 60_000;
  const ran = new Map<string, number>();
  const counted = (name: string, everyMs: number) =>
    jobNamed(name, everyMs, () => Promise.resolve(void ran.set(name, (ran.get(name) ?? 0) + 1)));
  const jobs = [
    counted('often', 5 * minute),
    counted('hourly', hour),
    counted('hourly too', hour),
    counted('daily', 24 * hour),
  ];
  const leases = remembered(new Map());
  for (let run = 0; run < 48; run += 1) {
    const now = () => new Date(at + run * 5 * minute);
    await runJobs({ leases, jobs, now, log: () => undefined })(nobody, { isBetween: true });
  }
  expect(Object.fromEntries(ran)).toMatchObject({ daily: 1 });
  expect(ran.get('hourly')).toBeGreaterThanOrEqual(3);
  expect(ran.get('hourly too')).toBeGreaterThanOrEqual(3);
  expect(ran.get('often')).toBeGreaterThan(30);
});

test.each<[string, number, number, readonly string[]]>([
  ['within their periods: the latest alone', 50 * 60_000, 0, ['hourly']],
  ['by a whole period: that one too', 13 * hour, 0, ['half-daily', 'hourly']],
  ['by whole periods: each of them', 25 * hour, 0, ['daily', 'half-daily', 'hourly']],
  ['by whole periods, and one takes all the time: the latest too', 25 * hour, 21_000, ['daily', 'hourly']],
])('of jobs that are late %s', async (_, lateMs, stepMs, expected) => {
  const ran: string[] = [];
  const late = (name: string, everyMs: number) =>
    jobNamed(name, everyMs, () => Promise.resolve(void ran.push(name)));
  const jobs = [late('daily', 24 * hour), late('half-daily', 12 * hour), late('hourly', hour)];
  const due = { leasedUntil: 0, dueAt: at };
  const leases = remembered(new Map(jobs.map(({ name }) => [name, due])));
  const now = () => new Date(at + lateMs + ran.length * stepMs);
  await runJobs({ leases, jobs, now, log: () => undefined })(nobody, { isBetween: true });
  expect(ran).toEqual(expected);
});

test('of jobs that never ran one runs at a time', async () => {
  const ran: string[] = [];
  const fresh = (name: string) => jobNamed(name, hour, () => Promise.resolve(void ran.push(name)));
  const jobs = [fresh('one'), fresh('other')];
  await runJobs({ leases: free, jobs, now: () => new Date(at), log: () => undefined })(nobody, {
    isBetween: true,
  });
  expect(ran).toEqual(['one']);
});

test.each([
  ['until it has no more to do', 1_000, 3, 3],
  ['until its time is over', 15_000, 9, 2],
  ['until twenty seconds are over', 10_000, 9, 2],
  ['and ends where the clock stands still', 0, Infinity, 200],
])('a job with more to do goes on step by step %s', async (_, stepMs, needed, expected) => {
  let steps = 0;
  const run = () => {
    steps += 1;
    return Promise.resolve(steps < needed ? ('more' as const) : undefined);
  };
  const now = () => new Date(at + steps * stepMs);
  const jobs = [jobNamed('walk', hour, run)];
  await runJobs({ leases: free, jobs, now, log: () => undefined })(nobody, { isBetween: true });
  expect(steps).toBe(expected);
});
