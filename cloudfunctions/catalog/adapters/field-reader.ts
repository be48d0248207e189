import type { DocumentFault } from '../../kernel/document-fault';

type Note = (field: string, code: DocumentFault['code']) => void;

/** Cut so that no half of a character is left. */
const cutText = (text: string, longest: number): string =>
  text.slice(0, longest).replace(/[\ud800-\udbff]$/u, '');

/** The fields that hold text, cut where it is too long. */
const textReader = (raw: (field: string) => unknown, note: Note) => {
  const bounded = (field: string, value: string, longest: number): string => {
    if (value.length > longest) note(field, 'too-long');
    return value.length > longest ? cutText(value, longest) : value;
  };
  const text = (field: string, longest: number): string | null => {
    const value = raw(field);
    if (typeof value === 'string') return bounded(field, value.trim(), longest) || null;
    if (value !== null) note(field, 'not-text');
    return null;
  };
  return {
    text,
    requiredText: (field: string, longest: number): string | null => {
      const value = raw(field);
      const isBlank = value === null || (typeof value === 'string' && value.trim() === '');
      if (isBlank) note(field, 'missing');
      return isBlank ? null : text(field, longest);
    },
    texts: (field: string, longest: number, most: number): string[] => {
      const value = raw(field);
      if (value === null) return [];
      if (!Array.isArray(value)) note(field, 'not-a-list');
      const all: unknown[] = Array.isArray(value) ? value : [value];
      const good = all.filter((one) => typeof one === 'string');
      if (good.length < all.length) note(field, 'not-a-list-of-texts');
      const written = good.map((one) => one.trim()).filter((one) => one !== '');
      if (written.length > most) note(field, 'too-long');
      return written.slice(0, most).map((one) => bounded(field, one, longest));
    },
  };
};

/** Reads the fields of a document that people edit, and notes what is wrong instead of failing. */
export const fieldReader = (documentId: string, document: Readonly<Record<string, unknown>>) => {
  const faults: DocumentFault[] = [];
  const note: Note = (field, code) => {
    faults.push({ _id: documentId, field, code });
  };
  const raw = (field: string): unknown => document[field] ?? null;
  const texts = textReader(raw, note);
  return {
    ...texts,
    faults,
    note,
    integer: (field: string, low: number, high: number): number | null => {
      const value = raw(field);
      if (value === null) return null;
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        note(field, 'not-a-whole-number');
        return null;
      }
      if (value < low || value > high) note(field, 'out-of-range');
      return value < low || value > high ? null : value;
    },
    /** A text that must be of a form: what is not is noted and left out. */
    formed: (
      field: string,
      isRight: (text: string) => boolean,
      otherwise: DocumentFault['code'],
    ): string | null => {
      const value = texts.text(field, Number.POSITIVE_INFINITY);
      if (value === null || isRight(value)) return value;
      note(field, otherwise);
      return null;
    },
  };
};
