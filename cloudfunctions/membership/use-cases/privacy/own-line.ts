import { auditLine, byPatron, type AuditLine } from '../../../kernel/audit';
import type { Person } from '../../../kernel/personal-data';

type Deed = Parameters<typeof auditLine>[2];

/**
 * The line of what somebody decided about the own data, or had handed out: who holds the phone may not be who the
 * record is of. Null where nothing stands for the person in the log yet; what was decided stands with its day in the
 * record itself then. Source: identity and privacy, 13.
 */
export const ownLine = ({ card, pseudonyms: [pseudonym] }: Person, deed: Deed): AuditLine | null =>
  pseudonym === undefined ? null : auditLine(byPatron({ pseudonym }), { card, pseudonym }, deed);
