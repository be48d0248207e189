import type { Calendar } from './domain/calendar';
import type { RecordFault } from './domain/record-faults';

export type Branch = {
  readonly branchId: string;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  /** null when its document names none. */
  readonly calendarId: string | null;
};

/** What librarians wrote about the library, as far as it could be read. */
export type LibraryRecords = {
  readonly name: string | null;
  /** In the order in which they are shown. */
  readonly branches: readonly Branch[];
  readonly calendars: ReadonlyMap<string, Calendar>;
};

/** The documents that were looked at, as `collection/id`, and what is wrong with them. */
export type CheckedRecords = { readonly ids: readonly string[]; readonly faults: readonly RecordFault[] };

export type CheckRecords = () => Promise<CheckedRecords>;

/** The list that librarians look at. */
export type FaultList = {
  /** Makes the faults of these documents exactly those given. */
  renew(documentIds: readonly string[], faults: readonly RecordFault[]): Promise<void>;
};

export type ReadLibrary = () => Promise<LibraryRecords>;
export type Clock = () => Date;
