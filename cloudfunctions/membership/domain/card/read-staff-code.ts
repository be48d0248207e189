import type { DocumentFault } from '../../../kernel/document-fault';
import { isStaffCode } from './code';

type Row = { readonly _id: unknown } & Readonly<Record<string, unknown>>;

/** So much of a code stands in the list of faults, which more people see than may use it. */
const shown = 3;
const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/**
 * A document of `staff_codes` as it was understood, with what is wrong in it; null where it makes nobody staff. An end
 * that nobody understands is one that is over: it was meant to have one. `until` in milliseconds, null = no end.
 */
export const readStaffCode = <Role extends string>(
  document: Row,
  roles: readonly Role[],
): {
  readonly staffCode: { readonly role: Role; readonly until: number | null } | null;
  readonly faults: readonly DocumentFault[];
} => {
  const { _id: code, role: written, until } = document;
  const faults: DocumentFault[] = [];
  const note = (field: string, fault: DocumentFault['code']) =>
    faults.push({ _id: `staff_codes/${String(code).slice(0, shown)}…`, field, code: fault });
  const isCode = typeof code === 'string' && isStaffCode(code);
  if (!isCode) note('_id', 'not-a-staff-code');
  const role = roles.find((known) => known === written);
  if (role === undefined) note('role', isAbsent(written) ? 'missing' : 'unknown-value');
  const hasEnd = !isAbsent(until);
  if (hasEnd && typeof until !== 'number') note('until', 'not-a-whole-number');
  if (!isCode || role === undefined) return { staffCode: null, faults };
  const end = typeof until === 'number' ? until : 0;
  return { staffCode: { role, until: hasEnd ? end : null }, faults };
};
