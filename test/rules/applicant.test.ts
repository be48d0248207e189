import {
  attachProofs,
  decidedUntil,
  newApplicant,
  nextRemoval,
  partUntil,
  proofsOf,
  releaseAll,
  releaseProofs,
  removable,
  unusedUntil,
  withoutPaths,
  type Applicant,
  type StoredPart,
  type StoredProof,
} from '../../cloudfunctions/membership/domain/applications/applicant';

const now = new Date('2026-11-22T04:00:00Z');
const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];
const file = (proofId: string, change: Partial<StoredProof> = {}): StoredProof => ({
  proofId,
  kind: 'jpeg',
  bytes: 10,
  path: `proofs/f/${proofId}.jpg`,
  fileId: `cloud://${proofId}`,
  removeAfter: null,
  applicationId: null,
  ...change,
});
const part = (proofId: string, number: number, removeAfter: Date): StoredPart => ({
  proofId,
  part: number,
  parts: 2,
  bytes: 10,
  path: `proofs/f/${proofId}.part${number}`,
  fileId: null,
  removeAfter,
});
const someone = (change: Partial<Applicant> = {}): Applicant => ({
  ...newApplicant('o-1', 'p-1', 'f'),
  ...change,
});

/** A stored file as an application shows it. */
const shown = (proofId: string) => ({ proofId, kind: 'jpeg', bytes: 10, fileId: `cloud://${proofId}` });
const told = ({ files }: Applicant) =>
  files.map(({ proofId, applicationId, removeAfter }) => [proofId, applicationId, removeAfter]);

test('a part is kept a day, a file that nothing shows seven, one of a decided application thirty', () => {
  const days = [partUntil, unusedUntil, decidedUntil].map(
    (until) => (until(now).getTime() - now.getTime()) / 86_400_000,
  );
  expect(days).toEqual([1, 7, 30]);
});

describe('the proofs of an application', () => {
  test.each<[string, StoredProof[], string[], unknown]>([
    ['none', [file('a')], [], []],
    ['in the order asked for, each once', [file('a'), file('b')], ['b', 'a', 'b'], [shown('b'), shown('a')]],
    ['one that is not there', [file('a')], ['a', 'c'], null],
    ['one that is still being stored', [file('a', { fileId: null })], ['a'], null],
    ['one that goes later', [file('a', { removeAfter: after })], ['a'], [shown('a')]],
    ['one that goes now', [file('a', { removeAfter: now })], ['a'], null],
    ['one that should have gone', [file('a', { removeAfter: before })], ['a'], null],
  ])('%s', (_, files, ids, proofs) => {
    expect(proofsOf(someone({ files }), ids, now)).toEqual(proofs);
  });

  const files = [
    file('new', { removeAfter: after }),
    file('old', { applicationId: 'x' }),
    file('kept', { applicationId: 'x' }),
    file('of-another', { applicationId: 'y' }),
    file('unused', { removeAfter: after }),
  ];
  test('stay with it; what it showed before and shows no longer goes, and others stay as they are', () => {
    const { proofs } = { proofs: [file('new'), file('kept')].map((one) => ({ ...one, fileId: 'id' })) };
    expect(told(attachProofs(someone({ files }), { applicationId: 'x', proofs }, now))).toEqual([
      ['new', 'x', null],
      ['old', 'x', now],
      ['kept', 'x', null],
      ['of-another', 'y', null],
      ['unused', null, after],
    ]);
  });

  test('are needed until an instant once it is decided, those of others not', () => {
    expect(told(releaseProofs(someone({ files }), 'x', after))).toEqual([
      ['new', null, after],
      ['old', 'x', after],
      ['kept', 'x', after],
      ['of-another', 'y', null],
      ['unused', null, after],
    ]);
  });
});

describe('what is to be removed', () => {
  const all = someone({
    files: [file('stays'), file('now', { removeAfter: now }), file('later', { removeAfter: after })],
    parts: [part('late', 0, before), part('later', 1, after)],
  });

  test('by now is what was to go until now', () => {
    expect(removable(all, now).map(({ path }) => path)).toEqual(['proofs/f/now.jpg', 'proofs/f/late.part0']);
  });

  test.each<[string, Applicant, Date | null]>([
    ['the first of all', all, before],
    ['none where nothing goes', someone({ files: [file('stays')] }), null],
    ['none where nothing is', someone(), null],
    ['the one of the only part', someone({ parts: [part('p', 0, after)] }), after],
  ])('next: %s', (_, applicant, instant) => {
    expect(nextRemoval(applicant)).toEqual(instant);
  });

  test('is everything once nothing is needed any more', () => {
    expect(removable(releaseAll(all, now), now)).toHaveLength(5);
  });

  test('is gone by its path', () => {
    const left = withoutPaths(all, new Set(['proofs/f/now.jpg', 'proofs/f/late.part0']));
    expect([left.files, left.parts].map((list) => list.map(({ proofId }) => proofId))).toEqual([
      ['stays', 'later'],
      ['later'],
    ]);
  });
});
