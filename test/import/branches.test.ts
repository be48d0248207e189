import { branchFinder } from '../../database/import/documents/branches';
import { toCopies } from '../../database/import/documents/copy';
import type { Warning } from '../../database/import/formats/raw-record';

const demo = [
  { _id: 'main', name: '总馆' },
  { _id: 'medical', name: '医学分馆' },
];

type Placed = { readonly branches: (string | undefined)[]; readonly warnings: Warning[] };

const place = (
  named: readonly string[],
  given: readonly string[],
  known: Parameters<typeof branchFinder>[1] = demo,
): Placed => {
  const warnings: Warning[] = [];
  const findBranch = branchFinder(given, known);
  const branches = named.map((branch, at) => {
    const [copy] = toCopies({ _id: 'b' }, [{ barcode: `c${at}`, branch }], findBranch, warnings);
    return copy?.branchId;
  });
  return { branches, warnings };
};

describe('what the command or the cloud knows needs no warning', () => {
  test.each<[string, string, readonly string[], string]>([
    ['a branch by its name', '总馆', [], 'main'],
    ['a branch by its code, in capitals', 'MEDICAL', [], 'medical'],
    ['a code that the command maps', 'mdmp', ['MDMP=medical'], 'medical'],
    ['anything, where the command names a branch for the rest', 'mdmp', ['main'], 'main'],
  ])('%s', (_, named, given, branchId) => {
    expect(place([named], given)).toEqual({ branches: [branchId], warnings: [] });
  });
});

describe('what nobody knows is named, once each', () => {
  test.each<[string, string[], Parameters<typeof branchFinder>[1], string[]]>([
    [
      'codes that the cloud has not',
      ['mdmp', 'mdmp', 'MAIN', 'west'],
      demo,
      ['mdmp', 'mdmp', 'main', 'west'],
    ],
    ['names, where no cloud is asked', ['总馆', '总馆'], [], ['总馆', '总馆']],
    ['any name, where there is only one branch', ['west'], demo.slice(0, 1), ['main']],
  ])('%s', (_, named, known, branches) => {
    const placed = place(named, [], known);
    expect(placed.branches).toEqual(branches);
    const unknown = [...new Set(named.filter((name) => name !== 'MAIN'))];
    expect(placed.warnings).toMatchObject(
      unknown.map((name) => ({ code: 'unknown-branch', reason: expect.stringContaining(name) as string })),
    );
  });

  test('a text that can be no code leaves its copy out', () => {
    const placed = place(['x'.repeat(33), '——'], []);
    expect(placed.branches).toEqual([undefined, undefined]);
    expect(placed.warnings.map(({ code }) => code)).toEqual(['no-branch', 'no-branch']);
  });
});
