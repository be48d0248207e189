import type { DocumentFault } from './document-fault';
import type { Day } from './library-day';
import { typedDay } from './typed-value';

/** A document, or an entry of one of its lists, as it came. */
export type Written = Readonly<Record<string, unknown>>;
/** What was understood of a document, and what is wrong in it. */
export type Understood<T> = { readonly value: T; readonly faults: readonly DocumentFault[] };
type Code = DocumentFault['code'];
type Note = (field: string, code: Code) => undefined;

/** Whether what a document says can't be relied on; a day that is only written in another way can. */
export const isDamage = ({ code }: Pick<DocumentFault, 'code'>): boolean => code !== 'loosely-written';

const isEntry = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The fields of a document or an entry, and how a mistake in one of them is noted. */
const valuesOf = (written: Written, note: Note, at: string) => {
  const value = (field: string): unknown => written[field] ?? null;
  const isEmpty = (field: string): boolean => value(field) === null || value(field) === '';
  const wrong = (field: string, code: Code): undefined =>
    note(`${at}${field}`, isEmpty(field) ? 'missing' : code);
  const orNone =
    <T>(read: (field: string) => T | undefined) =>
    (field: string): T | null | undefined =>
      isEmpty(field) ? null : read(field);
  return { value, isEmpty, wrong, orNone };
};

/** Fields that circulation writes and people may have edited; `undefined` = not understood, and noted. */
const readerOf = (written: Written, note: Note, at: string) => {
  const { value, isEmpty, wrong, orNone } = valuesOf(written, note, at);
  const text = (field: string): string | undefined => {
    const one = value(field);
    return isText(one) ? one : wrong(field, 'not-text');
  };
  const day = (field: string): Day | undefined => {
    const typed = typedDay(value(field));
    if (typed?.isLoose === true) note(`${at}${field}`, 'loosely-written');
    return typed === undefined ? wrong(field, 'not-a-day') : typed.value;
  };
  const oneOf = <T>(field: string, known: readonly T[]): T | undefined =>
    known.find((one) => one === value(field)) ?? wrong(field, 'unknown-value');
  const whole = (field: string, least = 0): number | undefined => {
    const one = value(field);
    if (typeof one !== 'number' || !Number.isInteger(one)) return wrong(field, 'not-a-whole-number');
    return one < least ? wrong(field, 'out-of-range') : one;
  };
  const instant = (field: string): Date | undefined => {
    const one = value(field);
    return one instanceof Date && !Number.isNaN(one.getTime()) ? one : wrong(field, 'not-an-instant');
  };
  return {
    text,
    day,
    oneOf,
    any: value,
    textOrNone: orNone(text),
    dayOrNone: orNone(day),
    oneOfOrNone: <T>(field: string, known: readonly T[]): T | null | undefined =>
      isEmpty(field) ? null : oneOf(field, known),
    whole,
    wholeOrNone: orNone(whole),
    instant,
    instantOrNone: orNone(instant),
  };
};
export type FieldReader = ReturnType<typeof readerOf>;

/** What an entry of a list says; a field that nobody understands is `undefined`. */
type Entry<T> = { readonly [Field in keyof T]: T[Field] | undefined };

const whole = <T>(entry: Entry<T>): readonly T[] =>
  Object.values(entry).includes(undefined) ? [] : [entry as T];

/**
 * A document of a collection, field by field. A list that is missing is empty, as before anything came into it; an entry
 * of which something can't be told is left out, and noted.
 */
export const readWritten = (collection: string, id: string, document: Written) => {
  const faults: DocumentFault[] = [];
  const note: Note = (field, code) => {
    faults.push({ _id: `${collection}/${id}`, field, code });
    return undefined;
  };
  const listOf = (field: string): readonly unknown[] => {
    const written = document[field];
    if (written === undefined || Array.isArray(written)) return written ?? [];
    note(field, 'not-a-list');
    return [];
  };
  return {
    faults,
    note,
    ...readerOf(document, note, ''),
    list: <T>(field: string, read: (fields: FieldReader) => Entry<T>): readonly T[] =>
      listOf(field).flatMap((entry, place) => {
        if (isEntry(entry)) return whole(read(readerOf(entry, note, `${field}[${place}].`)));
        note(`${field}[${place}]`, 'not-a-row');
        return [];
      }),
    texts: (field: string): readonly string[] => {
      const all = listOf(field);
      const texts = all.filter(isText);
      if (texts.length < all.length) note(field, 'not-a-list-of-texts');
      return texts;
    },
  };
};
