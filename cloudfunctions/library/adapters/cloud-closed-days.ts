import type { Clock } from '../../kernel/clock';
import { keptBriefly } from '../../kernel/kept-briefly';
import type { Day } from '../../kernel/library-day';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { isClosedDay } from '../domain/calendar';
import type { LibraryRecords } from '../ports';
import { cloudLibrary } from './cloud-library';

/** A hand edit holds within a minute. */
const freshMs = 60_000;

const knows = ({ branches }: LibraryRecords, branchId: string): boolean =>
  branches.some((branch) => branch.branchId === branchId);

/**
 * The library's branches and their closed days for other contexts, kept for a minute in a warm instance; a branch that
 * is not known yet is looked up at once.
 */
export const cloudClosedDays = (database: Database, now: Clock) => {
  const read = cloudLibrary(database);
  const lately = keptBriefly(read, freshMs, now);
  const withBranch = async (branchId: string): Promise<LibraryRecords> => {
    const known = await lately();
    return knows(known, branchId) ? known : read();
  };
  return {
    isBranch: async (branchId: string): Promise<boolean> => knows(await withBranch(branchId), branchId),
    /** Whether the calendar that a branch follows closes the library on a day; one that follows none never does. */
    closedDays: async (branchId: string): Promise<(day: Day) => boolean> => {
      const { branches, calendars } = await withBranch(branchId);
      const calendarId = branches.find((branch) => branch.branchId === branchId)?.calendarId;
      const calendar = calendars.get(calendarId ?? '');
      return (day) => calendar !== undefined && isClosedDay(calendar, day);
    },
  };
};
