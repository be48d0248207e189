import iconv from 'iconv-lite';

/** A field as tests write it: `['001', '42']`, or tag, indicators, and subfields as `a` value `b` value … */
export type FieldSpec = readonly [tag: string, ...rest: string[]];

const fieldText = ([tag, head = '', ...rest]: FieldSpec): string => {
  if (tag < '010') return head;
  const subfields = rest.flatMap((code, at) => (at % 2 === 0 ? [`\u001f${code}${rest[at + 1] ?? ''}`] : []));
  return head + subfields.join('');
};

export type RecordSpec = {
  readonly fields: readonly FieldSpec[];
  readonly encoding?: 'utf8' | 'gbk' | 'gb18030' | 'latin1';
  /** Leader position 9: `a` = UTF-8 in MARC 21. */
  readonly coding?: string;
};

/** One ISO 2709 record with true lengths, built apart from the code under test. */
export const isoRecord = ({ fields, encoding = 'utf8', coding = ' ' }: RecordSpec): Buffer => {
  const bodies = fields.map((field) =>
    Buffer.concat([iconv.encode(fieldText(field), encoding), Buffer.from([0x1e])]),
  );
  let start = 0;
  const directory = bodies
    .map((body, at) => {
      const entry = `${fields[at]?.[0]}${String(body.length).padStart(4, '0')}${String(start).padStart(5, '0')}`;
      start += body.length;
      return entry;
    })
    .join('');
  const base = 24 + directory.length + 1;
  const leader = `${String(base + start + 1).padStart(5, '0')}nam ${coding}22${String(base).padStart(5, '0')}   4500`;
  return Buffer.concat([Buffer.from(`${leader}${directory}\u001e`), ...bodies, Buffer.from([0x1d])]);
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The same record as MARCXML, its attributes in an order of their own. */
export const xmlRecord = (fields: readonly FieldSpec[], prefix = ''): string => {
  const body = fields.map(([tag, head = '', ...rest]) => {
    if (tag < '010') return `<${prefix}controlfield tag="${tag}">${escaped(head)}</${prefix}controlfield>`;
    const subfields = rest
      .flatMap((code, at) => (at % 2 === 0 ? [[code, rest[at + 1] ?? ''] as const] : []))
      .map(([code, value]) => `<${prefix}subfield code="${code}">${escaped(value)}</${prefix}subfield>`);
    return `<${prefix}datafield ind2="${head[1]}" tag="${tag}" ind1='${head[0]}'>${subfields.join('\n')}</${prefix}datafield>`;
  });
  return `<${prefix}record><${prefix}leader>00000nam0 2200000   4500</${prefix}leader>${body.join('')}</${prefix}record>`;
};

/** A novel as a Chinese library catalogues it. */
export const chineseNovel: readonly FieldSpec[] = [
  ['001', '012000123456'],
  ['010', '  ', 'a', '978-7-02-000220-7', 'b', '精装', 'd', 'CNY59.70'],
  ['100', '  ', 'a', '19970101d1996    em y0chiy50      ea'],
  ['101', '0 ', 'a', 'chi'],
  ['200', '1 ', 'a', '红楼梦', 'A', 'hong lou meng', 'h', '上册', 'f', '(清)曹雪芹, 高鹗著'],
  ['210', '  ', 'a', '北京', 'c', '人民文学出版社', 'd', '1996.12'],
  ['330', '  ', 'a', '中国古典小说。'],
  ['606', '0 ', 'a', '章回小说', 'y', '中国', 'z', '清代'],
  ['690', '  ', 'a', 'I242.4', 'v', '4'],
  ['701', ' 0', 'c', '(清)', 'a', '曹雪芹', 'A', 'cao xue qin', '4', '著'],
  ['701', ' 0', 'c', '(清)', 'a', '高鹗', '4', '著'],
  ['801', ' 0', 'a', 'CN', 'b', 'NLC'],
  ['905', '  ', 'a', 'MAIN', 'b', 'A0001', 'b', 'A0002', 'd', 'I242.4', 'e', '1'],
];

/** The same novel in MARC 21, romanised, with the characters in linked fields. */
export const romanisedNovel: readonly FieldSpec[] = [
  ['001', 'ocm0042'],
  ['003', 'OCoLC'],
  ['008', '970101s1996    cc            000 1 chi d'],
  ['020', '  ', 'a', '702000220X (pbk.)'],
  ['084', '  ', 'a', 'I242.4', '2', 'clc'],
  ['100', '1 ', '6', '880-01', 'a', 'Cao, Xueqin,', 'd', 'approximately 1717-1763.'],
  ['245', '10', '6', '880-02', 'a', 'Hong lou meng /', 'c', 'Cao Xueqin zhu.'],
  ['264', ' 1', '6', '880-03', 'a', 'Beijing :', 'b', 'Ren min wen xue chu ban she,', 'c', '1996.'],
  ['650', ' 0', 'a', 'Chinese fiction', 'y', 'Qing dynasty, 1644-1912.'],
  ['852', '  ', 'b', 'main', 'c', 'stacks', 'h', 'I242.4', 'i', '.C1', 'p', 'B0001'],
  ['880', '1 ', '6', '100-01/$1', 'a', '曹雪芹,', 'd', 'approximately 1717-1763.'],
  ['880', '10', '6', '245-02/$1', 'a', '红楼梦 /', 'c', '曹雪芹著.'],
  ['880', ' 1', '6', '264-03/$1', 'a', '北京 :', 'b', '人民文学出版社,', 'c', '1996.'],
];
