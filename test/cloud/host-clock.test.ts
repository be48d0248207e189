import { parseDuration } from '../../local/cloud/clock/duration';
import { cronFault, dueBetween } from '../../local/cloud/clock/timers';
import { movedDate } from '../../local/cloud/functions/moved-date';
import { newFolder, openTestCloud, type TestCloud, until } from './test-cloud';

jest.setTimeout(60_000);

describe('a duration', () => {
  it.each([
    ['5m', 300_000],
    ['+2h', 7_200_000],
    ['-3d', -259_200_000],
    ['90s', 90_000],
    ['1w', 604_800_000],
    ['', undefined],
    ['5', undefined],
    ['m', undefined],
    ['1.5h', undefined],
    ['5m 3s', undefined],
    ['99999999d', undefined],
  ])('%s is %s ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });
});

describe('the timers that fall into a move of the clock', () => {
  it.each([
    ['every five minutes, just reached', '0 */5 * * * * *', '07:59:59', '08:00:00', '08:00:00', 0],
    ['not yet', '0 */5 * * * * *', '08:00:00', '08:04:59', null, 0],
    ['not twice for the moment it was fired at', '0 */5 * * * * *', '08:00:00', '08:00:30', null, 0],
    [
      'many at once: the last, and how many went before',
      '0 */5 * * * * *',
      '08:00:00',
      '09:02:00',
      '09:00:00',
      11,
    ],
    [
      'two in the morning in Shanghai is six in the evening UTC',
      '0 0 2 * * * *',
      '17:59:00',
      '18:01:00',
      '18:00:00',
      0,
    ],
    ['two in the morning UTC is not', '0 0 2 * * * *', '01:59:00', '02:01:00', null, 0],
    ['a year that is over', '0 0 * * * * 2025', '00:00:00', '23:00:00', null, 0],
  ])('%s', (_, cron, from, to, due, skipped) => {
    const timer = { functionName: 'jobs', name: 'often', cron };
    const day = '2026-11-21T';
    expect(dueBetween([timer], new Date(`${day}${from}Z`), new Date(`${day}${to}Z`))).toEqual(
      due === null ? [] : [{ timer, at: new Date(`${day}${due}Z`), skipped }],
    );
  });

  it.each(['0 */5 * * * *', '* * * * * * * *', '61 * * * * * *', 'often'])(
    '%s is no cron of WeChat',
    (cron) => {
      expect(cronFault(cron)).toEqual(expect.any(String));
    },
  );
});

describe('the Date of a function', () => {
  const Moved = movedDate(Date, (realMs) => realMs + 3_600_000);

  it('has a moved present and unmoved dates', () => {
    const ahead = new Moved().getTime() - Date.now();
    expect(Math.round(ahead / 1_000)).toBe(3_600);
    expect(Math.round((Moved.now() - Date.now()) / 1_000)).toBe(3_600);
    expect(new Moved('2026-11-21T00:00:00Z').toISOString()).toBe('2026-11-21T00:00:00.000Z');
    expect(new Moved(2026, 0, 1).getTime()).toBe(new Date(2026, 0, 1).getTime());
    expect(Moved.UTC(2026, 0)).toBe(Date.UTC(2026, 0));
    expect(Moved()).toBe(new Moved().toString());
  });

  it('knows dates made elsewhere as its own', () => {
    expect(new Date()).toBeInstanceOf(Moved);
    expect(new Moved()).toBeInstanceOf(Date);
    class Day extends Moved {}
    expect(new Day(0)).toBeInstanceOf(Day);
  });
});

describe('the clock of the cloud', () => {
  let cloud: TestCloud;
  let folder: string;
  beforeAll(async () => {
    folder = newFolder();
    cloud = await openTestCloud({ dataFolder: folder });
  });
  afterAll(() => cloud.close());
  const move = async (body: unknown) => (await cloud.post('/workbench/clock', body)).body;
  const timedCalls = async () => {
    const { body } = await cloud.get('/workbench/collections/hits?limit=1000');
    return (body['documents'] as { event: { TriggerName: string; Time: string } }[]).map(
      ({ event }) => event,
    );
  };

  it('is the time that functions see', async () => {
    await move({ set: '2027-03-01T00:01:00.000Z' });
    const { now } = await cloud.call('oReader', 'timed');
    expect((now as string).slice(0, 15)).toBe('2027-03-01T00:0');
  });

  it('stands still a millisecond before midnight until it is set again', async () => {
    const midnight = '2027-03-01T15:59:59.999Z';
    expect(await move({ set: midnight, still: true })).toMatchObject({ now: midnight });
    const seen = [await cloud.call('oReader', 'timed'), await cloud.call('oReader', 'timed')];
    expect(seen.map(({ now }) => now)).toEqual([midnight, midnight]);
    await move({ advance: '1s' });
    const { now } = await cloud.call('oReader', 'timed');
    expect(now as string).toMatch(/^2027-03-01T16:0/);
  });

  it('is read without counting a collection', async () => {
    const { now, offsetMs } = await move({ set: '2027-03-01T00:01:00.000Z' });
    const { body } = await cloud.get('/workbench/clock');
    expect(Object.keys(body)).toEqual(['now', 'offsetMs']);
    expect(body['offsetMs']).toBe(offsetMs);
    expect((body['now'] as string) >= (now as string)).toBe(true);
  });

  it('fires each timer it is moved past once, with its last moment', async () => {
    const before = await timedCalls();
    const { fired } = await move({ set: '2027-03-02T00:02:00.000Z' });
    expect(fired).toEqual([
      { function: 'timed', name: 'often', at: '2027-03-02T00:00:00.000Z', skipped: 287 },
      { function: 'timed', name: 'daily', at: '2027-03-01T18:00:00.000Z', skipped: 0 },
    ]);
    const events = (await timedCalls()).filter((event) => !before.some(({ Time }) => Time === event.Time));
    expect(events).toEqual(
      expect.arrayContaining([
        { Type: 'Timer', TriggerName: 'often', Time: '2027-03-02T00:00:00Z', Message: '' },
        { Type: 'Timer', TriggerName: 'daily', Time: '2027-03-01T18:00:00Z', Message: '' },
      ]),
    );
    expect(events).toHaveLength(2);
  });

  it('fires nothing when it is moved back', async () => {
    expect(await move({ set: '2027-02-01T00:00:30.000Z' })).toMatchObject({ fired: [] });
  });

  it('fires a timer when its moment comes by itself', async () => {
    await move({ set: '2027-02-01T03:04:59.000Z' });
    const came = await until(async () =>
      (await timedCalls()).some(({ Time }) => Time === '2027-02-01T03:05:00Z'),
    );
    expect(came).toBe(true);
  });

  it.each([
    {},
    { advance: 'soon' },
    { advance: 5 },
    { set: 'tomorrow' },
    { set: '2350-01-01T00:00:00.000Z' },
    { reset: false },
    { advance: '1d', reset: true },
    [],
  ])('refuses the move %j', async (body) => {
    const { status, body: reply } = await cloud.post('/workbench/clock', body);
    expect(status).toBe(400);
    expect(reply).toMatchObject({ error: { code: 'bad-shape' } });
  });

  it('stays moved over a restart, until it is reset', async () => {
    await move({ reset: true });
    await move({ advance: '3d' });
    await cloud.close();
    cloud = await openTestCloud({ dataFolder: folder });
    const { body } = await cloud.get('/workbench/state');
    expect(body).toMatchObject({ clockOffsetMs: 259_200_000 });
    expect((await cloud.get('/workbench/clock')).body).toMatchObject({ offsetMs: 259_200_000 });
    expect(await move({ reset: true })).toMatchObject({ offsetMs: 0 });
  });
});
