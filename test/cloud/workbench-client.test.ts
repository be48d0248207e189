import { text } from 'node:stream/consumers';
import { type Workbench, workbenchAt } from '../../local/cloud/workbench/workbench-client';
import { openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(60_000);

let cloud: TestCloud;
let workbench: Workbench;
beforeAll(async () => {
  cloud = await openTestCloud();
  workbench = workbenchAt(cloud.url);
});
afterAll(() => cloud.close());

it('imports, counts and exports a collection', async () => {
  const report = await workbench.importLines('hits', 'insert', '{"_id":"a","n":1}\nbroken\n{"_id":"b"}');
  expect(report).toMatchObject({ read: 3, added: 2, errors: [{ line: 2 }] });
  expect(await workbench.count('hits')).toBe(2);
  expect(await text(await workbench.exportLines('hits'))).toBe('{"_id":"a","n":1}\n{"_id":"b"}\n');
});

it('moves the clock, and reads it', async () => {
  const { now } = await workbench.moveClock({ set: '2031-03-05T02:00:00.000Z' });
  expect(now).toMatch(/^2031-03-05T02:0/);
  expect((await workbench.clock()).now).toMatch(/^2031-03-05T02:0/);
});

it('calls a function, whose failure is an answer', async () => {
  const data = { a: 1 };
  expect(await workbench.call({ openid: 'oReader', function: 'timed', data })).toMatchObject({
    result: { openid: 'oReader' },
  });
  expect(await workbench.call({ openid: 'oReader', function: 'absent', data })).toMatchObject({
    error: { errCode: -501000 },
  });
});

it.each<[string, (asked: Workbench) => Promise<unknown>, string]>([
  ['a timer that is none', (asked) => asked.fireTimer('absent'), 'absent has no timer'],
  ['a move that is none', (asked) => asked.moveClock({ advance: 'soon' }), 'not a duration: soon'],
  ['a collection that is none', (asked) => asked.count('absent'), 'absent'],
])("%s is refused in the cloud's words", async (_, ask, words) => {
  await expect(ask(workbench)).rejects.toThrow(words);
});
