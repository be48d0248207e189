import type { DocumentFault } from '../kernel/document-fault';
import type { Calendar } from './domain/calendar';

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

/** Looks through all documents of these collections. */
export type CheckRecords = () => Promise<readonly DocumentFault[]>;
export const checkedCollections = ['branches', 'calendars'] as const;

export type ReadLibrary = () => Promise<LibraryRecords>;
