import iconv from 'iconv-lite';
import { SaxesParser } from 'saxes';
import { checkedField } from './marc-field';
import type { ControlField, DataField, RawRecord, RejectedRecord, Warning } from './raw-record';
import { splitXmlRecords } from './marcxml-split';

type Open = { tag: string; indicators: string; subfields: [string, string][]; text: string };

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** Collects the leader and the fields of one record element from the parser's events. */
const parseRecord = (
  xml: string,
): { leader: string; control: ControlField[]; data: DataField[]; warnings: Warning[] } => {
  const found = {
    leader: '',
    control: [] as ControlField[],
    data: [] as DataField[],
    warnings: [] as Warning[],
  };
  let field: Open = { tag: '', indicators: '', subfields: [], text: '' };
  const parser = new SaxesParser({ fragment: true, xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const kind = localName(name);
    if (kind === 'controlfield' || kind === 'datafield') {
      const indicators = `${attributes['ind1'] ?? ' '}${attributes['ind2'] ?? ' '}`;
      field = { tag: attributes['tag'] ?? '', indicators, subfields: [], text: '' };
    } else if (kind === 'subfield') field.subfields.push([attributes['code'] ?? '', '']);
    field.text = '';
  });
  const addText = (text: string): void => void (field.text += text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    const kind = localName(name);
    const last = field.subfields.at(-1);
    if (kind === 'subfield' && last !== undefined) last[1] = field.text.normalize('NFC');
    else if (kind === 'leader') found.leader = field.text;
    else if (kind === 'controlfield')
      found.control.push({ tag: field.tag, value: field.text.normalize('NFC') });
    else if (kind === 'datafield') found.data.push(checkedField(field, found.warnings));
  });
  parser.write(xml).close();
  return found;
};

const readRecord = (record: number, xml: string): RawRecord | RejectedRecord => {
  try {
    const { warnings, ...marc } = parseRecord(xml);
    return { kind: 'marc', record, marc, warnings };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'rejected', record, code: 'bad-xml', reason };
  }
};

/** The encoding that an XML declaration names (`gb2312`, `GBK` …), UTF-8 when it names none that is known. */
export const xmlEncoding = (sample: Buffer): string => {
  const named = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(sample.toString('latin1', 0, 200))?.[1];
  if (named === undefined || !iconv.encodingExists(named)) return 'utf-8';
  return /^gb/i.test(named) ? 'gb18030' : named;
};

/** The records of a MARCXML file, in whatever envelope they come; each is parsed apart, so a bad one costs itself. */
export async function* readMarcXml(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<RawRecord | RejectedRecord> {
  let record = 0;
  for await (const part of splitXmlRecords(chunks, encoding)) {
    record += 1;
    if (part.kind === 'record') yield readRecord(record, part.xml);
    else yield { kind: 'rejected', record, code: part.kind, reason: part.reason };
  }
}
