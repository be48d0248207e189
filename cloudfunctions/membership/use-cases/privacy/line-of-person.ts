import type { AuditLine } from '../../../kernel/audit';
import type { Person } from '../../../kernel/personal-data';
import { ownLine } from '../own-line';

/**
 * The line of what somebody decided about the own data, or had handed out: who holds the phone may not be who the
 * record is of. Null where nothing stands for the person in the log yet; what was decided stands with its day in the
 * record itself then.
 */
export const lineOfPerson = (
  { card, pseudonyms: [pseudonym] }: Person,
  deed: Parameters<typeof ownLine>[1],
): AuditLine | null => (pseudonym === undefined ? null : ownLine({ card, pseudonym }, deed));
