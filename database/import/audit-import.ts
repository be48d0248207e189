import { auditLine, byJob } from '../../cloudfunctions/kernel/audit';
import { auditAlone } from '../../cloudfunctions/kernel/wechat/cloud-audit';
import type { Database } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import type { Report } from './report';

/** Leaves one line in the audit log for a whole run of an import, with its counts; it is of nobody's record. */
export const auditImport = async (
  database: Database,
  action: 'circulation.importLoans' | 'membership.importPatrons',
  { added, updated, unchanged, rejected }: Report,
): Promise<void> => {
  const counts = { added, updated, unchanged, rejected: rejected.length };
  await auditAlone(database, auditLine(byJob('import'), null, { action, counts, at: new Date() }));
};
