import { Readable } from 'node:stream';
import { reindex } from '../../database/reindex';
import type { CallReport } from '../../local/cloud/workbench/replies';
import type { Workbench } from '../../local/cloud/workbench/workbench-client';

const cost = { requestId: 'r', ms: 1, calls: 1, read: 1, keys: 1, bytes: 1 };
const swept = (outcome: string): CallReport => ({
  ...cost,
  result: {
    ok: true,
    value: {
      jobs: [
        { name: 'catalog.sweep', outcome },
        { name: 'library.list-faults', outcome: 'not-due' },
      ],
    },
  },
});
const timedOut: CallReport = { ...cost, error: { errCode: -504003, errMsg: 'Invoking task timed out' } };
const refused: CallReport = { ...cost, result: { ok: false, reasons: [{ code: 'unavailable' }] } };

const refuse = () => Promise.reject(new Error('not asked here'));

/** A cloud whose scheduler answers the given turns, the last one again and again; each `done` does one request. */
const scriptedCloud = (turns: readonly CallReport[]) => {
  const seen = { written: '', fired: 0, left: 0 };
  const workbench: Workbench = {
    state: refuse,
    clock: refuse,
    moveClock: refuse,
    call: refuse,
    find: refuse,
    exportLines: refuse,
    tidied: refuse,
    count: () => Promise.resolve(seen.left),
    importLines: (_name, _mode, lines) => {
      if (lines instanceof Readable) return refuse();
      seen.written = lines;
      seen.left = lines.split('\n').length;
      return Promise.resolve({ read: seen.left, added: seen.left, updated: 0, errors: [] });
    },
    fireTimer: () => {
      const turn = turns[Math.min(seen.fired, turns.length - 1)] ?? timedOut;
      seen.fired += 1;
      if (JSON.stringify(turn) === JSON.stringify(swept('done'))) seen.left -= 1;
      return Promise.resolve(turn);
    },
  };
  return { workbench, seen };
};

const run = async (turns: readonly CallReport[], ids = ['b1']) => {
  const { workbench, seen } = scriptedCloud(turns);
  const waits: number[] = [];
  const waiting: number[] = [];
  const wait = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const ended = await reindex(workbench, new Set(ids), {
    onRun: (left) => void waiting.push(left),
    wait,
  }).then(
    () => 'done',
    (error: unknown) => String(error),
  );
  return { ended, waits, waiting, ...seen };
};

test('requests are put without a time: the cloud, whose clock may stand elsewhere, gives them one', async () => {
  const { ended, written, waiting } = await run([swept('done')], ['b1', 'b2']);
  expect([ended, written, waiting]).toEqual(['done', '{"_id":"b1"}\n{"_id":"b2"}', [2, 1]]);
});

test.each([
  ['a job that fails within a good reply', swept('failed'), 'catalog.sweep: failed'],
  ['a job that is never due, after the clock was set back', swept('not-due'), 'catalog.sweep: not-due'],
  ['a refusal', refused, 'unavailable'],
  ['a function that times out', timedOut, 'timed out'],
])('%s ends it after four turns', async (_, turn, why) => {
  const { ended, fired } = await run([turn]);
  expect(ended).toContain(why);
  expect(fired).toBe(4);
});

test('failures that pass are borne', async () => {
  const turns = [swept('failed'), timedOut, swept('failed'), swept('done')];
  expect(await run(turns)).toMatchObject({ ended: 'done', fired: 4 });
});

test('it waits while another run is at it, and not for ever', async () => {
  expect(await run([swept('busy'), swept('busy'), swept('done')])).toMatchObject({
    ended: 'done',
    waits: [1000, 1000],
  });
  const stuck = await run([swept('busy')]);
  expect(stuck.ended).toContain('another run never ends');
  // Longer than the two minutes after which the lease of a killed run falls free.
  expect(stuck.waits.length * 1000).toBeGreaterThan(120_000);
});

test('nothing changed asks for nothing', async () => {
  expect(await run([timedOut], [])).toMatchObject({ ended: 'done', fired: 0 });
});
