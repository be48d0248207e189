import { auditLine, byPatron, type AuditLine } from '../../kernel/audit';

type Self = { readonly pseudonym: string; readonly card: string | null };

/** The line of what somebody did with the own record. Source: identity and privacy, 13. */
export const ownLine = ({ pseudonym, card }: Self, deed: Parameters<typeof auditLine>[2]): AuditLine =>
  auditLine(byPatron({ pseudonym }), { pseudonym, card }, deed);
