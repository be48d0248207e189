import { newApplicant, type Applicant } from '../../cloudfunctions/membership/domain/applications/applicant';
import {
  mostParts,
  mostPartBytes,
  mostProofBytes,
  mostProofs,
  proofKindOf,
  proofLinkSeconds,
} from '../../cloudfunctions/membership/domain/applications/proof';
import {
  expectFile,
  expectPart,
  partsOf,
  stored,
  uploadRefusal,
} from '../../cloudfunctions/membership/domain/applications/proof-upload';

const now = new Date('2026-11-22T04:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const nobody = newApplicant('o-1', 'p-1', 'f');
const part = (proofId: string, number = 0, bytes = 10) => ({ proofId, part: number, parts: 2, bytes });
const withFiles = (count: number, from: Applicant = nobody): Applicant =>
  Array.from(
    { length: count },
    (_, at) => ({ proofId: `file-${at}`, kind: 'pdf', bytes: 1 }) as const,
  ).reduce((applicant, file) => expectFile(applicant, file, now).applicant, from);
const withParts = (applicant: Applicant, ...parts: ReturnType<typeof part>[]): Applicant =>
  parts.reduce((before, each) => expectPart(before, each, now).applicant, applicant);

test('the limits are those that were agreed', () => {
  const mega = 1024 * 1024;
  expect([mostProofs, mostProofBytes, mostPartBytes]).toEqual([4, 5 * mega, mega]);
  expect([mostParts, proofLinkSeconds]).toEqual([32, 600]);
});

test.each([
  ['jpeg', [0xff, 0xd8, 0xff, 0xe0]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
])('a %s begins with each of its bytes', (kind, bytes) => {
  expect(proofKindOf(Uint8Array.from([...bytes, 1]))).toBe(kind);
  const longest = kind === 'jpeg' ? 3 : bytes.length;
  for (let at = 0; at < longest; at += 1)
    expect(
      proofKindOf(Uint8Array.from(bytes.map((byte, place) => (place === at ? byte + 1 : byte)))),
    ).toBeNull();
  expect(proofKindOf(Uint8Array.from(bytes.slice(0, longest - 1)))).toBeNull();
});

describe('a part', () => {
  const tooMany = { code: 'too-many-proofs', most: 4 };
  const tooLarge = { code: 'proof-too-large', mostBytes: mostProofBytes };
  const almost = mostProofBytes - 10;

  test.each<[string, Applicant, ReturnType<typeof part>, unknown]>([
    ['the first', nobody, part('new'), null],
    ['of an eighth file', withFiles(7), part('new'), null],
    ['of a ninth file', withFiles(8), part('new'), tooMany],
    ['of a ninth file, others being parts', withParts(withFiles(7), part('p')), part('new'), tooMany],
    ['of one of eight files', withParts(withFiles(7), part('new')), part('new', 1), null],
    ['as large as a file may be', nobody, part('new', 0, mostProofBytes), null],
    ['one byte larger', nobody, part('new', 0, mostProofBytes + 1), tooLarge],
    ['that fills the file', withParts(nobody, part('new', 0, almost)), part('new', 1, 10), null],
    ['with one byte too many', withParts(nobody, part('new', 0, almost)), part('new', 1, 11), tooLarge],
    ['that comes again', withParts(nobody, part('new', 0, almost)), part('new', 0, almost), null],
    ['beside another file', withParts(nobody, part('old', 0, almost)), part('new', 1, 11), null],
  ])('%s', (_, applicant, one, refusal) => {
    expect(uploadRefusal(applicant, one, now)).toEqual(refusal);
  });

  test('does not wait for files that are to go by now', () => {
    const days = [6, 7, 8].map((after) => uploadRefusal(withFiles(8), part('new'), inDays(after)));
    expect(days).toEqual([tooMany, null, null]);
  });

  test('is noted before it is stored, for a day, in place of one that came before', () => {
    const { applicant, path } = expectPart(
      withParts(nobody, part('new', 0, 5), part('new', 1)),
      part('new'),
      now,
    );
    expect(path).toBe('proofs/f/new.part0');
    expect(partsOf(applicant, 'new').map(({ part: at, bytes }) => [at, bytes])).toEqual([
      [0, 10],
      [1, 10],
    ]);
    expect(partsOf(applicant, 'new')[0]).toMatchObject({ path, fileId: null, removeAfter: inDays(1) });
    expect(partsOf(applicant, 'other')).toEqual([]);
  });
});

describe('a file', () => {
  test('is noted before it is stored, for seven days, in place of one that came before', () => {
    const { applicant, path } = expectFile(withFiles(2), { proofId: 'file-0', kind: 'jpeg', bytes: 9 }, now);
    expect(path).toBe('proofs/f/file-0.jpg');
    const about = { fileId: null, removeAfter: inDays(7), applicationId: null };
    expect(applicant.files).toEqual([
      { proofId: 'file-1', kind: 'pdf', bytes: 1, path: 'proofs/f/file-1.pdf', ...about },
      { proofId: 'file-0', kind: 'jpeg', bytes: 9, path, ...about },
    ]);
  });

  test('that is stored has its id, and needs its parts no more; those of others stay', () => {
    const parts = withParts(nobody, part('a'), part('a', 1), part('b'));
    const { applicant, path } = expectFile(parts, { proofId: 'a', kind: 'png', bytes: 20 }, now);
    const { files, parts: left } = stored(applicant, path, 'cloud://a', now);
    expect(files.map(({ proofId, fileId }) => [proofId, fileId])).toEqual([['a', 'cloud://a']]);
    expect(left.map(({ proofId, fileId, removeAfter }) => [proofId, fileId, removeAfter])).toEqual([
      ['a', null, now],
      ['a', null, now],
      ['b', null, inDays(1)],
    ]);
  });

  test('a part that is stored has its id, and no other', () => {
    const { files, parts } = stored(
      withParts(withFiles(1), part('a'), part('b')),
      'proofs/f/a.part0',
      'id',
      now,
    );
    expect(parts.map(({ fileId }) => fileId)).toEqual(['id', null]);
    expect(files.map(({ fileId }) => fileId)).toEqual([null]);
  });
});
