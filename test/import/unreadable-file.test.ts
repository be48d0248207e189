import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unreadable } from '../../database/import/formats/unreadable-file';
import { chineseNovel, isoRecord } from './marc-file';
import { fileWith, newFolder, readBooks } from './read-file';

const picture = readFileSync(join(__dirname, '../../docs/screenshots/home.png'));

/** Bytes of no meaning, the same at each run. */
const noise = (length: number): Buffer => {
  let state = 7;
  return Buffer.from(
    Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >>> 16),
  );
};

const codeOf = async (path: string, options: Parameters<typeof readBooks>[1] = {}): Promise<unknown> => {
  try {
    return (await readBooks(path, options)).map((one) => one.kind);
  } catch (error) {
    return unreadable(error).code;
  }
};

describe('a file that is no catalogue is refused as a whole, and for what it is', () => {
  test.each<[string, string, string | Buffer, string]>([
    ['a picture', 'home.png', picture, 'unknown-format'],
    ['bytes of no meaning', 'noise.iso', noise(300_000), 'unknown-format'],
    ['a few of them', 'noise.mrc', Buffer.concat([Buffer.from([0]), noise(50)]), 'unknown-format'],
    ['a web page', 'page.html', '<!doctype html><html><body>题名</body></html>', 'unknown-format'],
    ['text under the name of an Excel file', 'books.xlsx', '题名\n活着\n', 'not-excel'],
    [
      'an archive that is no Excel file',
      'books.xlsx',
      Buffer.from('PK\u0003\u0004 but no more'),
      'not-excel',
    ],
    ['nothing', 'empty.jsonl', '', 'empty-file'],
    ['blank lines', 'empty.iso', ' \r\n\n', 'empty-file'],
    ['nothing, packed', 'empty.csv.gz', gzipSync(''), 'empty-file'],
    ['half an archive', 'books.csv.gz', gzipSync(noise(9000)).subarray(0, 4000), 'bad-gzip'],
    ['a table without a header', 'books.csv', 'a,b\n1,2\n', 'no-header'],
  ])('%s', async (_, name, content, code) => {
    expect(await codeOf(fileWith(content, name))).toBe(code);
  });

  test('a folder, and a file that is not there', async () => {
    const folder = newFolder();
    expect(await codeOf(folder)).toBe('is-folder');
    expect(await codeOf(join(folder, 'nothing.iso'))).toBe('missing-file');
  });

  test('also where the format was given', async () => {
    expect(await codeOf(fileWith(picture), { layout: 'marc' })).toBe('unknown-format');
    expect(await codeOf(fileWith('题名\n活着\n', 'x.xlsx'), { layout: 'csv' })).toEqual(['book']);
  });
});

test('records without a leader do not make a file of MARC another', async () => {
  const stranger = Buffer.from('no leader at all\u001e\u001d');
  const file = fileWith(Buffer.concat([stranger, stranger, isoRecord({ fields: chineseNovel })]));
  expect(await codeOf(file)).toEqual(['rejected', 'rejected', 'book']);
});
