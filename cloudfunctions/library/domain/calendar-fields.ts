const hours = ['weekdays', 'opens', 'closes', 'branchIds'] as const;
const range = ['from', 'to'] as const;

/** The fields of the rows of a calendar's lists. */
export const rowFields = {
  weeklyHours: hours,
  specialHours: [...range, ...hours],
  closedRanges: range,
} as const;
export const calendarFields = [
  'name',
  ...Object.keys(rowFields),
  'closedWeekdays',
  'closedDates',
  'openDates',
] as const;
export const branchFields = ['name', 'address', 'phone', 'calendarId', 'order'] as const;
