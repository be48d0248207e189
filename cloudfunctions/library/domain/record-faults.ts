import type { DocumentFault } from '../../kernel/document-fault';
import { longestId } from '../../kernel/longest-id';
import { unknownFields } from '../../kernel/unknown-fields';
import type { Written } from '../../kernel/written-fields';
import { branchFields, calendarFields, rowFields } from './calendar-fields';
import { readCalendar } from './read-calendar';

type Fault = Omit<DocumentFault, '_id'>;

const isRow = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that stands alone is a list of one. */
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const unknownBranches = (row: Written, at: string, branchIds: ReadonlySet<string>): readonly Fault[] =>
  listed(row['branchIds']).flatMap((id, place): readonly Fault[] =>
    typeof id !== 'string' || id === '' || branchIds.has(id)
      ? []
      : [{ field: `${at}branchIds[${place}]`, code: 'unknown-branch' }],
  );

/** What can be read in the rows of a calendar and holds for nothing. */
const rowFaults = (document: Written, branchIds: ReadonlySet<string>): readonly Fault[] =>
  Object.entries(rowFields).flatMap(([list, known]) =>
    listed(document[list]).flatMap((row, place) => {
      if (!isRow(row)) return [];
      const at = `${list}[${place}].`;
      return [...unknownFields(row, known, at), ...unknownBranches(row, at, branchIds)];
    }),
  );

/** What is wrong in a calendar as it was typed; its hours may be for branches that there are. */
export const calendarFaults = (
  id: string,
  document: Written,
  branchIds: ReadonlySet<string>,
): DocumentFault[] =>
  [
    ...readCalendar(document).faults,
    ...unknownFields(document, calendarFields),
    ...rowFaults(document, branchIds),
  ].map((fault) => ({ _id: `calendars/${id}`, ...fault }));

/** What stands in a branch and is never read. */
export const unknownInBranch = (id: string, document: Written): DocumentFault[] =>
  unknownFields(document, branchFields).map((fault) => ({ _id: `branches/${id}`, ...fault }));

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
