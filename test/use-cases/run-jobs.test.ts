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

/** Two jobs, the first as given and the second always well. */
const running = async (leases: Leases, run: () => Promise<void>) => {
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
      { name: 'first', everyMs: hour, run },
      { name: 'second', everyMs: 0, run: () => Promise.resolve() },
    ],
  })();
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
  ['is not due', seen({ leasedUntil: 0, dueAt: at + 1 }), never, 'not-due', 0],
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

test.each([
  ['done', done],
  ['failed', lost],
])('a job that is %s is given back, due again an hour after it began', async (_, run) => {
  const released: (readonly [string, number])[] = [];
  const release = (name: string, dueAt: number) => {
    released.push([name, dueAt]);
    return Promise.resolve();
  };
  await running({ ...free, release }, run);
  expect(released).toEqual([['first', at + hour]]);
});

test('of the jobs that come rarely one runs at a time, and a job hears whether it is the only one', async () => {
  const heard: (readonly [string, boolean])[] = [];
  const job = (name: string, everyMs: number) => ({
    name,
    everyMs,
    run: (isOnly: boolean) => {
      heard.push([name, isOnly]);
      return Promise.resolve();
    },
  });
  const jobs = [job('always', 0), job('daily', 24 * hour), job('hourly', hour)];
  const known = new Map<string, Lease>();
  const leases: Leases = {
    ...free,
    look: () => Promise.resolve(known),
    release: (name, dueAt) => Promise.resolve(void known.set(name, { leasedUntil: 0, dueAt })),
  };
  const outcomes: unknown[] = [];
  for (let run = 0; run < 3; run += 1) {
    const result = await runJobs({ leases, jobs, now: () => new Date(at), log: () => undefined })();
    outcomes.push(result.ok && result.value.jobs.map(({ outcome }) => outcome));
  }
  expect(outcomes).toEqual([
    ['done', 'not-due', 'done'],
    ['done', 'done', 'not-due'],
    ['done', 'not-due', 'not-due'],
  ]);
  expect(heard).toEqual([
    ['always', false],
    ['hourly', false],
    ['always', false],
    ['daily', false],
    ['always', true],
  ]);
});

test('a job that is due at every run keeps none of the rarer ones waiting for ever', async () => {
  const minute = 60_000;
  const ran = new Map<string, number>();
  const job = (name: string, everyMs: number) => ({
    name,
    everyMs,
    run: () => Promise.resolve(void ran.set(name, (ran.get(name) ?? 0) + 1)),
  });
  const jobs = [
    job('often', 5 * minute),
    job('hourly', hour),
    job('hourly too', hour),
    job('daily', 24 * hour),
  ];
  const known = new Map<string, Lease>();
  const leases: Leases = {
    ...free,
    look: () => Promise.resolve(known),
    release: (name, dueAt) => Promise.resolve(void known.set(name, { leasedUntil: 0, dueAt })),
  };
  for (let run = 0; run < 48; run += 1)
    await runJobs({ leases, jobs, now: () => new Date(at + run * 5 * minute), log: () => undefined })();
  expect(Object.fromEntries(ran)).toMatchObject({ daily: 1 });
  expect(ran.get('hourly')).toBeGreaterThanOrEqual(3);
  expect(ran.get('hourly too')).toBeGreaterThanOrEqual(3);
  expect(ran.get('often')).toBeGreaterThan(30);
});
