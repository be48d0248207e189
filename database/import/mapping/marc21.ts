import type { DataField, MarcRecord } from '../formats/raw-record';
import type { BookDraft } from './draft';
import { callNumberOf852, copiesIn } from './holdings';
import { controlNumber, fieldsOf, firstValue, headingOf, valueOf, valuesOf } from './marc-values';
import { inNaturalOrder, namesInStatement } from './responsibility';

/** Cataloguers end parts with ISBD's marks: `Escape from loneliness /`. */
const withoutIsbdEnd = (text: string): string => text.replace(/[\s/:;,=]+$/u, '');

/** The mark before a title's part says what it is: a subtitle, or with `=` the title in another language. */
const titleOf = (field: DataField | undefined): string | undefined => {
  const title = valueOf(field, 'a');
  if (title === undefined) return undefined;
  const mark = /=\s*$/u.test(title) ? ' = ' : ' : ';
  const subtitle = valuesOf(field, 'b').map((text) => mark + withoutIsbdEnd(text));
  const part = valuesOf(field, 'np').map(withoutIsbdEnd).join(', ');
  const head = withoutIsbdEnd(title) + subtitle.join('');
  return part === '' ? head : `${head.replace(/\.$/u, '')}. ${part}`;
};

/** `Society of Arts.` loses its point, `Virginia L.` and `Jr.` keep theirs. */
const withoutPoint = (text: string): string =>
  text.replace(/(?<=\p{Ll}|\p{Script=Han}|[\])])(?<!\b(?:Jr|Sr|Dr|St))\.$/u, '');

/** A heading ends with a point, and a name in it with a comma before its dates. */
const headingText = (field: DataField): string =>
  headingOf(field, 'avxyz')
    .replace(/,(?=--|$)/gu, '')
    .replace(/(?<=[^\s.]{3})\.$/u, '');

const nameOf = (field: DataField): string => {
  const name = withoutPoint(withoutIsbdEnd(valuesOf(field, field.tag.endsWith('10') ? 'ab' : 'a').join(' ')));
  const isSurnameFirst = field.tag.endsWith('00') && field.indicators[0] === '1';
  const shown = isSurnameFirst ? inNaturalOrder(name) : name;
  const isTranslator = valuesOf(field, 'e4').some((role) => /译|^transl|^trl/iu.test(role));
  return isTranslator ? `${shown} 译` : shown;
};

/** A 7xx with `t` names a work, not a contributor. */
const authorsOf = (marc: MarcRecord): string[] => {
  const entries = [
    ...fieldsOf(marc, '100', '110', '111'),
    ...fieldsOf(marc, '700', '710', '711').filter((field) => valueOf(field, 't') === undefined),
  ].filter((field) => valueOf(field, 'a') !== undefined);
  if (entries.length > 0) return entries.map(nameOf);
  const statement = valueOf(fieldsOf(marc, '245')[0], 'c') ?? '';
  return /\p{Script=Han}/u.test(statement) ? namesInStatement(statement) : [];
};

const isClc = (field: DataField): boolean => /^(?:clc|ztf)?$/iu.test(valueOf(field, '2') ?? '');

/** What catalogues put in 084 or 093 may be the CLC, or another scheme that `2` names. */
const clcOf = (marc: MarcRecord): string | undefined => {
  const coded = fieldsOf(marc, '084').filter(isClc);
  return valueOf(
    [...coded, ...fieldsOf(marc, '093')].find((field) => valueOf(field, 'a') !== undefined),
    'a',
  );
};

const callNumberOf = (marc: MarcRecord): string | undefined => {
  const own = callNumberOf852(fieldsOf(marc, '852').find((field) => valueOf(field, 'h') !== undefined));
  const local = valuesOf(fieldsOf(marc, '090')[0], 'ab').join(' ') || undefined;
  return own ?? firstValue(marc, '952', 'o') ?? firstValue(marc, 'AVA', 'd') ?? local;
};

const subjectTags = ['600', '610', '611', '630', '648', '650', '651', '653', '655'];

/** 260 or 264 (second indicator 1 = publication), first the one that names it. */
const published = (marc: MarcRecord, code: string): string | undefined => {
  const imprints = fieldsOf(marc, '260', '264').filter(
    ({ tag, indicators }) => tag === '260' || indicators[1] === '1',
  );
  return valueOf(
    imprints.find((field) => valueOf(field, code) !== undefined),
    code,
  );
};

/**
 * Fields whose original script stands in a linked 880 (`$6 245-01`) are read from there: for a Chinese book the title
 * in characters instead of its romanisation.
 */
const inOriginalScript = (marc: MarcRecord): MarcRecord => {
  const originals = new Map<string, DataField>();
  for (const field of fieldsOf(marc, '880')) {
    const link = /^(\d{3})-(\d\d)/u.exec(valueOf(field, '6') ?? '');
    const text = field.subfields.map(([, value]) => value).join('');
    if (link !== null && link[2] !== '00' && !text.includes('\ufffd'))
      originals.set(`${link[1]}-${link[2]}`, { ...field, tag: link[1] ?? '' });
  }
  const linked = (field: DataField): DataField => {
    const occurrence = /^880-(\d\d)/u.exec(valueOf(field, '6') ?? '')?.[1];
    return originals.get(`${field.tag}-${occurrence}`) ?? field;
  };
  return originals.size === 0 ? marc : { ...marc, data: marc.data.map(linked) };
};

/** A MARC 21 bibliographic record as a book. `agency` stands before control numbers without 003. */
export const fromMarc21 = (source: MarcRecord, agency: string | undefined): BookDraft => {
  const marc = inOriginalScript(source);
  const coded = marc.control.find(({ tag }) => tag === '008')?.value ?? '';
  const publisher = published(marc, 'b');
  return {
    id: controlNumber(marc, agency),
    isTextExact: false,
    title: titleOf(fieldsOf(marc, '245')[0]),
    authors: authorsOf(marc),
    publisher: publisher === undefined ? undefined : withoutIsbdEnd(publisher),
    year: published(marc, 'c') ?? /^.{7}(\d{4})/u.exec(coded)?.[1],
    isbns: fieldsOf(marc, '020').flatMap((field) => valuesOf(field, 'a')),
    language: /^.{35}([a-z]{3})/u.exec(coded)?.[1] ?? firstValue(marc, '041', 'a'),
    subjects: fieldsOf(marc, ...subjectTags).map(headingText),
    clc: clcOf(marc),
    callNumber: callNumberOf(marc),
    summary: firstValue(marc, '520', 'a'),
    copies: copiesIn(marc, 'marc21'),
  };
};

/** MARC 21 keeps the title in 245, CNMARC in 200; neither knows the other's. */
export const flavourOf = (marc: MarcRecord): 'marc21' | 'cnmarc' =>
  fieldsOf(marc, '245').length > 0 || fieldsOf(marc, '200').length === 0 ? 'marc21' : 'cnmarc';
