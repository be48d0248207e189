import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schema } from '../../database/collections/schema';
import { REPOSITORY } from '../../local/cloud/cloud-parts';
import { workbenchAt } from '../../local/cloud/workbench/workbench-client';
import { openTestCloud, type TestCloud, until } from '../cloud/test-cloud';

// The built function on the embedded cloud, through the real SDK, with the demo library's own documents.
jest.setTimeout(60_000);
let cloud: TestCloud;

const importLines = async (collection: string, lines: string) => {
  const path = `/workbench/collections/${collection}/import?mode=upsert`;
  const response = await fetch(cloud.url + path, { method: 'POST', body: lines });
  expect(await response.json()).toMatchObject({ errors: [] });
};
const setClock = async (instant: string) => cloud.post('/workbench/clock', { set: instant });
const today = async () => cloud.call('oReader', 'library', { action: 'today', input: {} });
const inCalendar = (change: object) => JSON.stringify({ _id: 'library', weeklyHours: [], ...change });

const listed = async () => {
  const { body } = await cloud.get('/workbench/collections/faults');
  const { documents } = body as { documents: readonly { _id: string; field: string }[] };
  return documents.map(({ _id, field }) => `${_id} ${field}`).toSorted();
};
const untilListed = async (faults: readonly string[]) =>
  until(async () => {
    // A run between two sweeps does one job; the list has its turn among them.
    await workbenchAt(cloud.url).fireTimer('scheduler', 'between-sweeps');
    return (await listed()).join() === faults.join();
  }, 60);

beforeAll(async () => {
  cloud = await openTestCloud({ projectRoot: REPOSITORY, collections: schema });
  for (const name of ['settings', 'branches', 'calendars'])
    await importLines(name, readFileSync(join(REPOSITORY, `database/seed/${name}.jsonl`), 'utf8'));
});
afterAll(() => cloud.close());

test('tells the three branches in their order, open now and until when', async () => {
  await setClock('2026-11-21T04:30:00Z');
  expect(await today()).toEqual({
    ok: true,
    libraryDay: '2026-11-21',
    value: {
      name: '云溪大学图书馆',
      branches: [
        {
          branchId: 'main',
          name: '总馆',
          address: '云溪校区湖滨路 1 号',
          phone: null,
          hours: [{ opens: '07:30', closes: '22:30' }],
          isOpen: true,
          nextChange: { day: '2026-11-21', time: '22:30' },
        },
        {
          branchId: 'xipan',
          name: '溪畔分馆',
          address: '溪畔校区学府路 18 号',
          phone: null,
          hours: [{ opens: '08:00', closes: '17:30' }],
          isOpen: true,
          nextChange: { day: '2026-11-21', time: '17:30' },
        },
        {
          branchId: 'medical',
          name: '医学分馆',
          address: '医学院仁心楼南侧',
          phone: null,
          hours: [
            { opens: '09:00', closes: '12:00' },
            { opens: '13:30', closes: '17:00' },
          ],
          isOpen: false,
          nextChange: { day: '2026-11-21', time: '13:30' },
        },
      ],
    },
  });
});

test('goes by the cloud’s clock, day and night', async () => {
  await setClock('2026-11-21T15:59:00Z');
  expect(await today()).toMatchObject({
    libraryDay: '2026-11-21',
    value: { branches: [{ isOpen: false, nextChange: { day: '2026-11-22', time: '07:30' } }, {}, {}] },
  });
  await setClock('2026-11-21T16:00:00Z');
  expect(await today()).toMatchObject({ libraryDay: '2026-11-22' });
});

test('shows a hand edit, once a minute has passed', async () => {
  await setClock('2026-11-23T04:00:00Z');
  await today();
  await importLines('calendars', inCalendar({ closedDates: ['2026-11-23'] }));
  await setClock('2026-11-23T04:05:00Z');
  expect(await today()).toMatchObject({
    value: {
      branches: [
        { hours: [], isOpen: false },
        { hours: [], isOpen: false },
        { hours: [], isOpen: false },
      ],
    },
  });
});

test('promises nothing on a calendar that cannot be read, and breaks nothing', async () => {
  await importLines('calendars', JSON.stringify({ _id: 'library', weeklyHours: 'all day', closedDates: 7 }));
  await importLines('branches', JSON.stringify({ _id: 'lost', name: 4, order: 'last' }));
  await setClock('2026-11-24T04:00:00Z');
  expect(await today()).toMatchObject({
    ok: true,
    value: {
      branches: [
        { branchId: 'main', hours: null, isOpen: false, nextChange: null },
        { branchId: 'xipan' },
        { branchId: 'medical' },
        { branchId: 'lost', name: 'lost', hours: null, address: null },
      ],
    },
  });
});

test('lists the mistakes for librarians, and takes them off when they are mended', async () => {
  // Each move of the clock fires the scheduler's own timer, which takes its time.
  await expect(untilListed(['branches/lost name', 'calendars/library weeklyHours'])).resolves.toBe(true);
  await importLines('calendars', inCalendar({}));
  await setClock('2026-11-24T05:01:00Z');
  await expect(untilListed(['branches/lost name'])).resolves.toBe(true);
});

test('is for phones only', async () => {
  const { body } = await cloud.post('/workbench/call', {
    function: 'library',
    source: 'wx_trigger',
    data: { action: 'today' },
  });
  expect(body['result']).toMatchObject({ ok: false, reasons: [{ code: 'forbidden' }] });
});
