import type { AuditLine } from '../audit';
import type { Transaction } from './cloud-transaction';
import type { Database } from './wx-cloud';

/** Adds a line to the audit log, in the transaction of what it tells of. */
export const auditWithin = (transaction: Transaction, line: AuditLine): Promise<void> =>
  transaction.add('audit', line);

/** Adds a line that stands alone, such as of a refused try. */
export const auditAlone = async (database: Database, line: AuditLine): Promise<void> => {
  await database.collection('audit').add({ data: line });
};
