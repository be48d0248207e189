import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { readCalendar } from '../domain/read-calendar';
import type { Branch, LibraryRecords, ReadLibrary } from '../ports';
import { BranchDocument, Identified, page, readable, SettingsDocument } from './library-documents';

const inOrder = (a: BranchDocument, b: BranchDocument): number =>
  a.order - b.order || (a._id < b._id ? -1 : 1);

const asBranch = ({ _id, name, address, phone, calendarId }: BranchDocument): Branch => ({
  branchId: _id,
  name: name ?? _id,
  address,
  phone,
  calendarId,
});

/** Reads the settings, branches and calendars; a document that can't be read is as if it were not there. */
export const cloudLibrary =
  (database: Database): ReadLibrary =>
  async (): Promise<LibraryRecords> => {
    const [settings, branches, calendars] = await Promise.all([
      documentsOf<unknown>(database.collection('settings').where({ _id: 'library' })),
      documentsOf<unknown>(database.collection('branches').limit(page)),
      documentsOf<unknown>(database.collection('calendars').limit(page)),
    ]);
    return {
      name: readable(SettingsDocument, settings)[0]?.name ?? null,
      branches: readable(BranchDocument, branches).sort(inOrder).map(asBranch),
      calendars: new Map(
        readable(Identified, calendars).map((document) => [document._id, readCalendar(document).calendar]),
      ),
    };
  };
