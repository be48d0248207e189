import type { DataField, MarcRecord } from '../formats/raw-record';
import type { BookDraft } from './draft';
import { callNumberOf905, copiesIn } from './holdings';
import { controlNumber, fieldsOf, firstValue, headingOf, valueOf, valuesOf } from './marc-values';
import { namesInStatement, withCountry } from './responsibility';

/** Title proper, other title information (`e`), number (`h`) and name (`i`) of the part, as ISBD writes them. */
const titleOf = (field: DataField | undefined): string | undefined => {
  const title = valuesOf(field, 'a').join(' ; ');
  if (title === '') return undefined;
  const subtitles = valuesOf(field, 'e').map((text) => ` : ${text}`);
  const part = valuesOf(field, 'hi').join(', ');
  return title + subtitles.join('') + (part === '' ? '' : `. ${part}`);
};

/** `b` is the rest of a name in the same script, or the original form in brackets, which is left out. */
const nameOf = (field: DataField): string => {
  const entry = valueOf(field, 'a') ?? '';
  const rest = valueOf(field, 'b')?.replace(/^,\s*/u, '') ?? '';
  const country = /^[（([［]?(\p{Script=Han}{1,4})[)）\]］]?$/u.exec(valueOf(field, 'c') ?? '')?.[1];
  const isHan = /\p{Script=Han}/u.test(entry);
  const isCorporate = field.tag.startsWith('71');
  const name =
    rest === '' || isCorporate || isHan !== /\p{Script=Han}/u.test(rest)
      ? entry
      : isHan
        ? `${rest}·${entry}`
        : `${rest} ${entry.replace(/,$/u, '')}`;
  return country === undefined || isCorporate ? withCountry(name) : `[${country}] ${name}`;
};

const isTranslator = (field: DataField): boolean =>
  valuesOf(field, '4').some((role) => role.includes('译') || role === '730' || role === 'trl');

/** 70x persons, 71x bodies, 72x families: primary responsibility first, then alternative, then secondary. */
const authorsOf = (marc: MarcRecord): string[] => {
  const entries = ['0', '1', '2'].flatMap((rank) => fieldsOf(marc, `70${rank}`, `71${rank}`, `72${rank}`));
  const names = entries
    .filter((field) => valueOf(field, 'a') !== undefined)
    .map((field) => (isTranslator(field) ? `${nameOf(field)} 译` : nameOf(field)));
  if (names.length > 0) return names;
  const statements = fieldsOf(marc, '200')
    .slice(0, 1)
    .flatMap((field) => valuesOf(field, 'fg'));
  return statements.flatMap(namesInStatement);
};

const subjectTags = ['600', '601', '602', '604', '605', '606', '607'];

const subjectsOf = (marc: MarcRecord): string[] => [
  ...fieldsOf(marc, ...subjectTags).map((field) => headingOf(field, 'axyz')),
  ...fieldsOf(marc, '610').flatMap((field) => valuesOf(field, 'a')),
];

/** 210 $d, or else the date in 100 $a (positions 9 to 12). */
const yearOf = (marc: MarcRecord): string | undefined =>
  firstValue(marc, '210', 'd') ?? firstValue(marc, '214', 'd') ?? /^.{9}(\d{4})/u.exec(rawCoded(marc))?.[1];

/** 100 $a is read by position, so its blanks must stay. */
const rawCoded = (marc: MarcRecord): string =>
  fieldsOf(marc, '100')[0]?.subfields.find(([code]) => code === 'a')?.[1] ?? '';

const callNumberOf = (marc: MarcRecord): string | undefined =>
  fieldsOf(marc, '905')
    .map(callNumberOf905)
    .find((text) => text !== undefined) ?? firstValue(marc, 'AVA', 'd');

/** A CNMARC record (the Chinese UNIMARC, WH/T 0503) as a book. `agency` stands before control numbers without 003. */
export const fromCnmarc = (marc: MarcRecord, agency: string | undefined): BookDraft => ({
  id: controlNumber(marc, agency),
  isTextExact: false,
  title: titleOf(fieldsOf(marc, '200')[0]),
  authors: authorsOf(marc),
  publisher: firstValue(marc, '210', 'c') ?? firstValue(marc, '214', 'c'),
  year: yearOf(marc),
  isbns: fieldsOf(marc, '010').flatMap((field) => valuesOf(field, 'a')),
  language: firstValue(marc, '101', 'a'),
  subjects: subjectsOf(marc),
  clc: firstValue(marc, '690', 'a'),
  callNumber: callNumberOf(marc),
  summary: firstValue(marc, '330', 'a'),
  copies: copiesIn(marc, 'cnmarc'),
});
