import * as fc from 'fast-check';
import { chineseNovel, isoRecord, romanisedNovel, xmlRecord } from './marc-file';
import { fileWith, readBooks } from './read-file';

jest.setTimeout(120_000);

const files = [
  Buffer.concat([isoRecord({ fields: chineseNovel }), isoRecord({ fields: romanisedNovel, coding: 'a' })]),
  isoRecord({ fields: chineseNovel, encoding: 'gbk' }),
  Buffer.from(
    `<?xml version="1.0"?><collection>${xmlRecord(chineseNovel)}${xmlRecord(romanisedNovel)}</collection>`,
  ),
  Buffer.from('题名,作者\n"活着",余华\n乡土中国,"费孝通"\n'),
  Buffer.from('{"id":"1","title":"a"}\n{"id":"2","title":"b"}\n'),
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  remove: fc.integer({ min: 0, max: 40 }),
  put: fc.uint8Array({ maxLength: 12 }),
});

const mutated = (file: Buffer, changes: readonly { at: number; remove: number; put: Uint8Array }[]): Buffer =>
  changes.reduce<Buffer>((bytes, { at, remove, put }) => {
    const start = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + remove)]);
  }, file);

/** Reading either ends, each record counted once and upwards, or says that the file cannot be read. */
const readsOrRefuses = async (bytes: Buffer): Promise<void> => {
  const found = await readBooks(fileWith(bytes)).catch((error: { readonly message: string }) => {
    if (/undefined|not a function|null/.test(error.message)) throw new Error(error.message);
    return [];
  });
  const numbers = found.map(({ record }) => record);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
};

test('files with bytes changed, lost and added never stop the reader', async () => {
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (file, changes) => readsOrRefuses(mutated(file, changes)),
    ),
    { numRuns: 150 },
  );
});

test('random bytes never stop the reader, whatever they begin like', async () => {
  const beginnings = [
    '',
    '<',
    '{',
    '00026     2200025   4500\u001e',
    'PK\u0003\u0004',
    '\u001f\u008b',
    '题名,作者\n',
  ];
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 600 }),
      async (beginning, bytes) =>
        readsOrRefuses(
          Buffer.concat([Buffer.from(beginning, beginning.startsWith('\u001f') ? 'latin1' : 'utf8'), bytes]),
        ),
    ),
    { numRuns: 100 },
  );
});
