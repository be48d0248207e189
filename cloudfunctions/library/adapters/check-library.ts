import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { branchFaults, calendarFaults, unknownInBranch } from '../domain/record-faults';
import type { CheckRecords } from '../ports';
import { BranchDocument, Identified, page, readable } from './library-documents';

/** Looks through all branches and calendars. */
export const checkLibrary =
  (database: Database): CheckRecords =>
  async () => {
    const [branchDocuments, calendarDocuments] = await Promise.all([
      documentsOf<unknown>(database.collection('branches').limit(page)),
      documentsOf<unknown>(database.collection('calendars').limit(page)),
    ]);
    const branches = readable(BranchDocument, branchDocuments);
    const calendars = readable(Identified, calendarDocuments);
    const calendarIds = new Set(calendars.map(({ _id }) => _id));
    const branchIds = new Set(branches.map(({ _id }) => _id));
    return [
      ...branches.flatMap((branch) => branchFaults(branch._id, branch, calendarIds)),
      ...readable(Identified, branchDocuments).flatMap((branch) => unknownInBranch(branch._id, branch)),
      ...calendars.flatMap((calendar) => calendarFaults(calendar._id, calendar, branchIds)),
    ];
  };
