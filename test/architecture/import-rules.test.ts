import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Each import rule of the house with a file that breaks it: `[rule, file, the module it wrongly imports]`. */
const offences: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['no-cycles', 'cloudfunctions/alpha/domain/hen.ts', 'cloudfunctions/alpha/domain/egg.ts'],
  ['no-dumping-grounds', 'cloudfunctions/alpha/domain/rule-a.ts', 'cloudfunctions/alpha/domain/utils.ts'],
  ['domain-is-pure', 'cloudfunctions/alpha/domain/rule-b.ts', 'cloudfunctions/alpha/ports.ts'],
  [
    'use-cases-know-no-platform',
    'cloudfunctions/alpha/use-cases/act-c.ts',
    'cloudfunctions/kernel/wechat/g.ts',
  ],
  [
    'use-cases-know-no-platform',
    'cloudfunctions/alpha/use-cases/act.ts',
    'cloudfunctions/alpha/adapters/cloud-a.ts',
  ],
  ['use-cases-know-no-platform', 'cloudfunctions/alpha/ports/card.ts', 'cloudfunctions/kernel/wechat/h.ts'],
  ['contracts-stay-light', 'cloudfunctions/gamma/contract.ts', 'cloudfunctions/gamma/ports.ts'],
  ['contracts-stay-light', 'cloudfunctions/gamma/contract/loans.ts', 'cloudfunctions/kernel/wechat/i.ts'],
  [
    'contexts-meet-at-their-contracts',
    'cloudfunctions/alpha/adapters/cloud-b.ts',
    'cloudfunctions/beta/ports.ts',
  ],
  [
    'adapters-keep-to-their-context',
    'cloudfunctions/alpha/adapters/cloud-e.ts',
    'cloudfunctions/beta/adapters/cloud-c.ts',
  ],
  [
    'adapters-are-wired-in-composition-roots',
    'cloudfunctions/alpha/jobs.ts',
    'cloudfunctions/alpha/adapters/cloud-a.ts',
  ],
  ['only-types-cross-to-the-phone', 'miniprogram/platform/cloud.ts', 'cloudfunctions/beta/contract.ts'],
  ['only-contracts-cross-to-the-phone', 'miniprogram/stores/a.ts', 'cloudfunctions/beta/ports.ts'],
  ['the-kernel-stands-alone', 'cloudfunctions/kernel/wechat/a.ts', 'cloudfunctions/alpha/domain/rule-c.ts'],
  [
    'the-kernel-is-pure-outside-wechat',
    'cloudfunctions/kernel/b.ts',
    'cloudfunctions/kernel/wechat/cloud-e.ts',
  ],
  ['the-database-knows-only-rules', 'database/seed/a.ts', 'cloudfunctions/kernel/wechat/cloud-f.ts'],
  ['the-database-knows-only-rules', 'database/import/b.ts', 'cloudfunctions/alpha/use-cases/act-b.ts'],
  ['the-product-knows-no-local-cloud', 'cloudfunctions/alpha/adapters/cloud-c.ts', 'local/clock.ts'],
  ['the-cloud-never-sees-the-phone', 'cloudfunctions/alpha/adapters/cloud-d.ts', 'miniprogram/format/day.ts'],
  ['the-local-cloud-knows-only-collections', 'local/start.ts', 'cloudfunctions/beta/contract.ts'],
  ['the-embedded-cloud-loads-nothing', 'local/cloud/fill-cloud.ts', 'database/reindex.ts'],
  ['packages-do-not-share', 'miniprogram/packages/one/a.ts', 'miniprogram/packages/two/a.ts'],
  ['the-phone-flows-one-way', 'miniprogram/stores/b.ts', 'miniprogram/components/cover.ts'],
  ['wording-and-format-are-leaves', 'miniprogram/format/due.ts', 'miniprogram/stores/c.ts'],
  ['the-platform-knows-no-stores', 'miniprogram/platform/b.ts', 'miniprogram/stores/index.ts'],
  ['stores-know-no-wx', 'miniprogram/stores/d.ts', 'miniprogram/platform/storage.ts'],
];

const toRoot = (file: string): string => '../'.repeat(file.split('/').length - 1);

function write(folder: string, file: string, content: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { flag: 'a' });
}

type Violation = { readonly rule: { readonly name: string }; readonly from: string };

function violationsOf(folder: string): readonly Violation[] {
  const output = execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      'miniprogram',
      'cloudfunctions',
      'local',
      'database',
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the import rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
  let violations: readonly Violation[] = [];

  beforeAll(() => {
    for (const [, file, imported] of offences) {
      write(
        folder,
        file,
        `import { a } from '${toRoot(file)}${imported.replace(/\.ts$/, '')}';\nexport const b = a;\n`,
      );
      write(folder, imported, 'export const a = 1;\n');
    }
    write(folder, 'cloudfunctions/alpha/domain/egg.ts', "import { b } from './hen';\nexport const c = b;\n");
    write(
      folder,
      'miniprogram/stores/lawful.ts',
      "import type { a } from '../../cloudfunctions/beta/contract';\nexport type A = typeof a;\n",
    );
    write(folder, 'database/collections/schema.ts', 'export const a = 1;\n');
    write(
      folder,
      'local/cloud/lawful.ts',
      "import { a } from '../../database/collections/schema';\nexport const b = a;\n",
    );
    write(
      folder,
      'database/import/import-to-cloud.ts',
      "import { a } from '../../cloudfunctions/kernel/wechat/cloud-f';\nexport const b = a;\n",
    );
    violations = violationsOf(folder);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(offences)('%s is noticed in %s', (rule, file, imported) => {
    expect(
      violations
        .filter(({ from }) => from === file || (rule === 'no-cycles' && from === imported))
        .map((violation) => violation.rule.name),
    ).toContain(rule);
  });

  test('every rule has an offence here', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(
      '../../.dependency-cruiser.cjs',
    );
    const broken = new Set(offences.map(([rule]) => rule));
    expect([...broken].toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
  });

  test('the embedded cloud may know the collections', () => {
    expect(violations.filter(({ from }) => from === 'local/cloud/lawful.ts')).toEqual([]);
  });

  test('the import, a composition root, may wire adapters', () => {
    expect(violations.filter(({ from }) => from === 'database/import/import-to-cloud.ts')).toEqual([]);
  });

  test('a type may cross from a contract to the phone', () => {
    expect(violations.filter(({ from }) => from === 'miniprogram/stores/lawful.ts')).toEqual([]);
  });
});
