import type { DocumentFault } from '../../kernel/document-fault';
import { longestId } from '../../kernel/longest-id';
import { readCalendar } from './read-calendar';

/** What is wrong in a calendar as it was typed. */
export const calendarFaults = (id: string, document: unknown): DocumentFault[] =>
  readCalendar(document).faults.map((fault) => ({ _id: `calendars/${id}`, ...fault }));

/** What is wrong in a branch: without a name it shows its code, without a calendar no hours. */
export const branchFaults = (
  id: string,
  { name, calendarId }: { readonly name: string | null; readonly calendarId: string | null },
  calendarIds: ReadonlySet<string>,
): DocumentFault[] => {
  const faults: DocumentFault[] = [];
  const note = (field: string, code: DocumentFault['code']) =>
    faults.push({ _id: `branches/${id}`, field, code });
  if (id.length > longestId.branch) note('_id', 'too-long');
  if (name === null) note('name', 'missing');
  if (calendarId === null) note('calendarId', 'missing');
  else if (!calendarIds.has(calendarId)) note('calendarId', 'unknown-calendar');
  return faults;
};
