import { readCalendar, type CalendarFault } from './read-calendar';

/** A mistake in a document that people edit; `_id` is `collection/id`. */
export type RecordFault = {
  readonly _id: string;
  readonly field: string;
  readonly code: 'missing' | 'wrong-type' | 'wrong-value';
  readonly message: string;
};

const explained: Readonly<Record<CalendarFault['code'], readonly [RecordFault['code'], string]>> = {
  'not-a-document': ['wrong-type', 'is not a document'],
  'not-a-list': ['wrong-type', 'is not a list'],
  'not-a-row': ['wrong-type', 'is not an object with named fields'],
  'not-an-id': ['wrong-value', 'is not the code of a branch'],
  'not-a-weekday': ['wrong-value', 'is not a weekday, 0 for Sunday to 6 for Saturday'],
  'not-a-day': ['wrong-value', 'is not a day like 2027-01-31'],
  'not-a-time': ['wrong-value', 'is not a time like 08:00'],
  'loosely-written': ['wrong-value', 'is understood, but days are written 2027-01-31 and times 08:00'],
  'ends-before-it-starts': ['wrong-value', 'is before the first day'],
  'opens-and-closes-at-once': ['wrong-value', 'is the opening time too'],
};

/** What is wrong in a calendar as it was typed. */
export const calendarFaults = (id: string, document: unknown): RecordFault[] =>
  readCalendar(document).faults.map(({ field, code: mistake }) => {
    const [code, message] = explained[mistake];
    return { _id: `calendars/${id}`, field, code, message: `${field} ${message}` };
  });

/** What is wrong in a branch: without a name it shows its code, without a calendar no hours. */
export const branchFaults = (
  id: string,
  { name, calendarId }: { readonly name: string | null; readonly calendarId: string | null },
  calendarIds: ReadonlySet<string>,
): RecordFault[] => {
  const fault = (field: string, code: RecordFault['code'], message: string): RecordFault => ({
    _id: `branches/${id}`,
    field,
    code,
    message,
  });
  const faults: RecordFault[] = [];
  if (name === null) faults.push(fault('name', 'missing', 'name is missing or not text'));
  if (calendarId === null) faults.push(fault('calendarId', 'missing', 'calendarId is missing or not text'));
  else if (!calendarIds.has(calendarId))
    faults.push(fault('calendarId', 'wrong-value', `there is no calendar ${calendarId}`));
  return faults;
};
