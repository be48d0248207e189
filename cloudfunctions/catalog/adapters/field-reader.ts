import { isDay } from '../../kernel/library-day';
import type { DocumentFault } from '../ports';

/** Reads the fields of a document that people edit, and notes what is wrong instead of failing. */
export type FieldReader = ReturnType<typeof fieldReader>;

export const fieldReader = (documentId: string, document: Readonly<Record<string, unknown>>) => {
  const faults: DocumentFault[] = [];
  const note = (field: string, code: DocumentFault['code'], message: string) => {
    faults.push({ _id: documentId, field, code, message });
  };
  const raw = (field: string): unknown => document[field] ?? null;
  const text = (field: string): string | null => {
    const value = raw(field);
    if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
    if (value !== null) note(field, 'wrong-type', `${field} is ${typeof value}, not text`);
    return null;
  };
  return {
    faults,
    note,
    text,
    requiredText: (field: string): string | null => {
      const value = raw(field);
      const isBlank = value === null || (typeof value === 'string' && value.trim() === '');
      if (isBlank) note(field, 'missing', `${field} is missing`);
      return isBlank ? null : text(field);
    },
    texts: (field: string): string[] => {
      const value = raw(field);
      if (value === null) return [];
      if (!Array.isArray(value)) note(field, 'wrong-type', `${field} is not a list`);
      const all: unknown[] = Array.isArray(value) ? value : [value];
      const good = all.filter((one) => typeof one === 'string');
      if (good.length < all.length) note(field, 'wrong-type', `${field} holds something that is not text`);
      return good.map((one) => one.trim()).filter((one) => one !== '');
    },
    integer: (field: string, low: number, high: number): number | null => {
      const value = raw(field);
      if (value === null) return null;
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        note(field, 'wrong-type', `${field} is not a whole number`);
        return null;
      }
      if (value < low || value > high)
        note(field, 'wrong-value', `${field} is not between ${low} and ${high}`);
      return value < low || value > high ? null : value;
    },
    day: (field: string): string | null => {
      const value = text(field);
      if (value !== null && !isDay(value))
        note(field, 'wrong-value', `${field} is not a day like 2026-01-31`);
      return value !== null && isDay(value) ? value : null;
    },
  };
};
