import { libraryInstant } from '../../cloudfunctions/kernel/library-day';
import { readCalendar } from '../../cloudfunctions/library/domain/read-calendar';
import type { LibraryRecords } from '../../cloudfunctions/library/ports';
import { showToday } from '../../cloudfunctions/library/use-cases/show-today';

const { calendar } = readCalendar({ weeklyHours: [{ weekdays: [3], opens: '08:00', closes: '22:00' }] });
const branch = { branchId: 'main', name: '总馆', address: '湖滨路 1 号', phone: null, calendarId: 'library' };
const records = (change: Partial<LibraryRecords> = {}): LibraryRecords => ({
  name: '云溪大学图书馆',
  branches: [branch],
  calendars: new Map([['library', calendar]]),
  ...change,
});
const noon = () => libraryInstant('2026-11-18', '12:00');

describe('what the library shows of today', () => {
  test('its name, its branches, open until when', async () => {
    await expect(showToday(() => Promise.resolve(records()), noon)()).resolves.toEqual({
      ok: true,
      value: {
        name: '云溪大学图书馆',
        branches: [
          {
            branchId: 'main',
            name: '总馆',
            address: '湖滨路 1 号',
            phone: null,
            hours: [{ opens: '08:00', closes: '22:00' }],
            isOpen: true,
            nextChange: { day: '2026-11-18', time: '22:00' },
          },
        ],
      },
    });
  });

  test.each([
    ['names no calendar', null],
    ['names one that is not there', 'lost'],
  ])('no hours of a branch that %s', async (_, calendarId) => {
    const shown = await showToday(
      () => Promise.resolve(records({ branches: [{ ...branch, calendarId }] })),
      noon,
    )();
    expect(shown).toMatchObject({ value: { branches: [{ hours: null, isOpen: false, nextChange: null }] } });
  });
});
