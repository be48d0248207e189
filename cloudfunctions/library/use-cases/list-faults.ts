import type { CheckRecords, FaultList } from '../ports';

/** Timed work: puts mistakes in branches and calendars on the list that librarians look at, and takes mended ones off. */
export const listFaults = (check: CheckRecords, list: FaultList) => async (): Promise<void> => {
  const { ids, faults } = await check();
  await list.renew(ids, faults);
};
