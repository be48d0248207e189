import type { DataField, MarcRecord } from '../formats/raw-record';

/** Text without control characters (MARC's non-filing marks among them) and without doubled or outer blanks. */
export const tidy = (text: string): string =>
  text
    .replace(/[\p{Cc}\u200b\ufeff]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** The fields with one of these tags, in the record's order. */
export const fieldsOf = (marc: MarcRecord, ...tags: readonly string[]): DataField[] =>
  marc.data.filter(({ tag }) => tags.includes(tag));

/** The values of a field's subfields with one of these codes (`'ab'` = a or b), in the record's order. */
export const valuesOf = (field: DataField | undefined, codes: string): string[] =>
  (field?.subfields ?? [])
    .filter(([code]) => code !== '' && codes.includes(code))
    .map(([, value]) => tidy(value))
    .filter((value) => value !== '');

/** The first value of a subfield with this code. */
export const valueOf = (field: DataField | undefined, code: string): string | undefined =>
  valuesOf(field, code)[0];

/** The first such value in the record's fields of that tag. */
export const firstValue = (marc: MarcRecord, tag: string, code: string): string | undefined => {
  for (const field of fieldsOf(marc, tag)) {
    const value = valueOf(field, code);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** What stands in a control field (001 to 009). */
export const controlValue = (marc: MarcRecord, tag: string): string | undefined => {
  const value = tidy(marc.control.find((field) => field.tag === tag)?.value ?? '');
  return value === '' ? undefined : value;
};

/** A record's own number with the agency that gave it: `DLC:2001700030`; without agency the bare number. */
export const controlNumber = (marc: MarcRecord, agency: string | undefined): string | undefined => {
  const number = controlValue(marc, '001');
  const given = controlValue(marc, '003') ?? agency;
  return number === undefined || given === undefined ? number : `${given}:${number}`;
};

/** A subject heading with its subdivisions, as library catalogues show it: `经济发展--概况--中国`. */
export const headingOf = (field: DataField, codes: string): string => valuesOf(field, codes).join('--');
