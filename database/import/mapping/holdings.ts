import type { DataField, MarcRecord } from '../formats/raw-record';
import type { CopyDraft } from './draft';
import { fieldsOf, valueOf, valuesOf } from './marc-values';

const mostCopiesOfOneHolding = 200;

const numberOf = (field: DataField, code: string): number => {
  const number = Number(valueOf(field, code) ?? '');
  return Number.isInteger(number) && number >= 0 ? number : 0;
};

/**
 * Alma's AVA: one holding of a physical title. `8` its number, `b` library, `c` shelf, `d` call number, `e` state, `f`
 * copies, `g` of them not available. It names no barcodes, so copies are numbered within the holding.
 */
const copiesOfAva = (field: DataField): CopyDraft[] => {
  const holding = valueOf(field, '8');
  if (holding === undefined) return [];
  const count = Math.min(Math.max(numberOf(field, 'f'), 1), mostCopiesOfOneHolding);
  const isOut = valueOf(field, 'e')?.toLowerCase() === 'unavailable';
  const out = isOut ? count : Math.min(numberOf(field, 'g'), count);
  return Array.from({ length: count }, (_, index) => ({
    barcode: count === 1 ? holding : `${holding}-${index + 1}`,
    branch: valueOf(field, 'b'),
    shelf: valueOf(field, 'c'),
    callNumber: valueOf(field, 'd'),
    status: index < count - out ? 'available' : 'on-loan',
  }));
};

/** CNMARC 905, the field of the Chinese libraries' own holdings: `a` library, `b` barcodes, `c` shelf, `d`/`e`/`s` call number. */
const copiesOf905 = (field: DataField): CopyDraft[] =>
  valuesOf(field, 'b').map((barcode) => ({
    barcode,
    branch: valueOf(field, 'a'),
    shelf: valueOf(field, 'c'),
    callNumber: callNumberOf905(field),
  }));

/** `$s` holds the whole call number; otherwise class `$d` and book number `$e`. */
export const callNumberOf905 = (field: DataField | undefined): string | undefined => {
  const parts = [valueOf(field, 'd'), valueOf(field, 'e')].filter((part) => part !== undefined);
  return valueOf(field, 's') ?? (parts.length === 0 ? undefined : parts.join('/'));
};

/** MARC 21 852: `p` barcode, `b` location, `c` shelf, `h` class and `i` item part of the call number. */
const copyOf852 = (field: DataField): CopyDraft[] =>
  valuesOf(field, 'p').map((barcode) => ({
    barcode,
    branch: valueOf(field, 'b') ?? valueOf(field, 'a'),
    shelf: valueOf(field, 'c'),
    callNumber: callNumberOf852(field),
  }));

/** The call number of an 852: the class (`h`) and what stands behind it (`i`). */
export const callNumberOf852 = (field: DataField | undefined): string | undefined => {
  const text = valuesOf(field, 'hi').join(' ');
  return text === '' ? undefined : text;
};

/** What Koha's 952 says of a copy: `1` lost, `7` not for loan, `q` due day, `l` times borrowed. */
const statusOf952 = (field: DataField): string => {
  if ((valueOf(field, '1') ?? '0') !== '0') return 'missing';
  if (valueOf(field, 'q') !== undefined) return 'on-loan';
  return (valueOf(field, '7') ?? '0') === '0' ? 'available' : 'reference';
};

/** Koha's 952: `p` barcode, `b` home library, `c` shelf, `o` call number. */
const copyOf952 = (field: DataField): CopyDraft[] =>
  valuesOf(field, 'p').map((barcode) => ({
    barcode,
    branch: valueOf(field, 'b') ?? valueOf(field, 'a'),
    shelf: valueOf(field, 'c'),
    callNumber: valueOf(field, 'o'),
    status: statusOf952(field),
    dueOn: valueOf(field, 'q'),
    loans: valueOf(field, 'l'),
  }));

/** The copies that a record's holdings name: by barcodes if it has them, otherwise as AVA counts them. */
export const copiesIn = (marc: MarcRecord, flavour: 'marc21' | 'cnmarc'): CopyDraft[] => {
  const itemised =
    flavour === 'cnmarc'
      ? fieldsOf(marc, '905').flatMap(copiesOf905)
      : [...fieldsOf(marc, '952').flatMap(copyOf952), ...fieldsOf(marc, '852').flatMap(copyOf852)];
  return itemised.length > 0 ? itemised : fieldsOf(marc, 'AVA').flatMap(copiesOfAva);
};
