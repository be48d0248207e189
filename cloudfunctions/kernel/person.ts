/** What a member of staff may do; an admin may do all that a librarian may. */
export const staffRoles = ['librarian', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A patron as functions know one: the card, and the name without a meaning that stands in the audit log. */
export type PatronIdentity = { readonly card: string; readonly pseudonym: string };
