import { readdirSync } from 'node:fs';
import { chineseNovel, isoRecord, romanisedNovel, xmlRecord } from './marc-file';
import { fileWith, readBooks } from './read-file';
import { describeShared, sharedFile } from './shared-data';

const good = isoRecord({ fields: chineseNovel });
const another = isoRecord({ fields: romanisedNovel, coding: 'a' });

/** The record with some bytes of its head written over. */
const overwritten = (at: number, text: string): Buffer => {
  const bytes = Buffer.from(good);
  bytes.write(text, at, 'latin1');
  return bytes;
};
const withTerminator = isoRecord({ fields: [...chineseNovel, ['900', '  ', 'a', 'x\u001ey']] });
const withoutTitle = isoRecord({ fields: chineseNovel.filter(([tag]) => tag !== '200') });

describe('a bad record is reported by its number, and the ones around it are read', () => {
  test.each<[string, Buffer, string]>([
    ['a base address that is no number', overwritten(12, 'f0037'), 'bad-leader'],
    ['a base address beyond the record', overwritten(12, '99937'), 'bad-leader'],
    ['a base address of nothing', overwritten(12, '00000'), 'bad-leader'],
    ['no record length', overwritten(0, 'abcde'), 'bad-leader'],
    ['less than a leader', Buffer.from('00026 \u001e\u001d'), 'bad-leader'],
    ['a base address within the directory', overwritten(12, '00049'), 'bad-directory'],
    ['a directory entry of letters', overwritten(27, 'ABCD'), 'bad-directory'],
    ['no fields', Buffer.from('00026     2200025   4500\u001e\u001d'), 'bad-directory'],
    ['a field terminator within a field', withTerminator, 'bad-directory'],
    ['no title', withoutTitle, 'no-title'],
    [
      '200,000 bytes without an end',
      Buffer.concat([Buffer.alloc(200_000, 0x41), Buffer.from([0x1d])]),
      'too-long',
    ],
  ])('%s', async (_, bad, code) => {
    const found = await readBooks(fileWith(Buffer.concat([good, bad, another])));
    expect(found).toMatchObject([
      { kind: 'book', record: 1 },
      { kind: 'rejected', record: 2, code },
      { kind: 'book', record: 3 },
    ]);
  });

  test('a file that ends within a record', async () => {
    const found = await readBooks(fileWith(Buffer.concat([good, another.subarray(0, 200)])));
    expect(found).toMatchObject([{ kind: 'book' }, { kind: 'rejected', record: 2, code: 'truncated' }]);
  });
});

/** As after a conversion from GBK to UTF-8 that left the old lengths. */
const oldLengths = (): Buffer => {
  const gbk = isoRecord({ fields: chineseNovel, encoding: 'gbk' });
  const base = Number(gbk.toString('latin1', 12, 17));
  return Buffer.concat([gbk.subarray(0, base), good.subarray(base)]);
};

describe('what can be mended is mended and noted', () => {
  test.each<[string, Buffer, string]>([
    ['lengths of another encoding', oldLengths(), 'mended-directory'],
    ['a wrong record length', overwritten(0, '00123'), 'mended-length'],
    ['a tag that is none', isoRecord({ fields: [...chineseNovel, ['0 2', '  ', 'a', 'x']] }), 'bad-tag'],
    [
      'strange indicators',
      isoRecord({ fields: [...chineseNovel, ['900', '\\?', 'a', 'x']] }),
      'bad-indicator',
    ],
    [
      'a subfield code of two bytes',
      isoRecord({ fields: [...chineseNovel, ['900', '  ', 'á', 'x']] }),
      'bad-subfield-code',
    ],
  ])('%s', async (_, bytes, code) => {
    const [found] = await readBooks(fileWith(bytes));
    expect(found).toMatchObject({ kind: 'book', book: { title: '红楼梦. 上册', year: 1996 } });
    expect(found?.kind === 'book' && found.warnings.map((warning) => warning.code)).toContain(code);
  });

  test('blank lines and padding between records are no records', async () => {
    const bytes = Buffer.concat([good, Buffer.from('\r\n\0  \n'), another, Buffer.alloc(5000, 0x20)]);
    expect((await readBooks(fileWith(bytes))).map(({ kind, record }) => [kind, record])).toEqual([
      ['book', 1],
      ['book', 2],
    ]);
  });
});

describe('broken MARCXML', () => {
  const [first, second] = [xmlRecord(chineseNovel), xmlRecord(romanisedNovel)];

  test.each<[string, string, string]>([
    ['an element that is not closed', first.replace('</subfield>', ''), 'bad-xml'],
    ['an entity that nobody declared', first.replace('红楼梦', '&nope;'), 'bad-xml'],
    ['a record that is not closed', first.replace('</record>', ''), 'truncated'],
  ])('%s', async (_, bad, code) => {
    const found = await readBooks(fileWith(`<collection>${bad}${second}</collection>`));
    expect(found).toMatchObject([
      { kind: 'rejected', record: 1, code },
      { kind: 'book', record: 2 },
    ]);
  });
});

describeShared('the real broken files', () => {
  const folder = sharedFile('marc/broken');

  test('every one ends in a report that leaves no record out', async () => {
    for (const name of readdirSync(folder)) {
      const found = await readBooks(`${folder}/${name}`);
      expect([name, found.map(({ record }) => record)]).toEqual([name, found.map((_, at) => at + 1)]);
      expect([name, found.length > 0]).toEqual([name, true]);
    }
  });

  test.each<[string, string[]]>([
    ['one.dat', ['book']],
    ['alphatag.dat', ['book']],
    ['diacritic.dat', ['book']],
    ['marc8.dat', ['book']],
    ['multi_isbn.dat', ['book']],
    ['utf8_errors.dat', ['book']],
    ['bad_tag.xml', ['book']],
    ['bad_indicator.dat', ['book']],
    ['bad_eacc_encoding.dat', ['book']],
    ['bad_subfield_code.dat', ['no-title']],
    ['bad_marc8_escape.dat', ['bad-encoding']],
    ['regression45.dat', Array.from({ length: 12 }, () => 'book')],
    [
      'bad_records.mrc',
      [
        'book',
        'bad-leader',
        'bad-leader',
        'bad-directory',
        'bad-directory',
        'bad-leader',
        'bad-directory',
        'book',
      ],
    ],
  ])('%s', async (name, outcomes) => {
    const found = await readBooks(`${folder}/${name}`);
    expect(found.map((one) => (one.kind === 'book' ? 'book' : one.code))).toEqual(outcomes);
  });
});
