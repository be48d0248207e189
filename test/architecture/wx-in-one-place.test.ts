import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** What the house's lint rules say of these sources. */
const lint = (sources: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'wx-in-one-place-'));
  try {
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    for (const [file, source] of Object.entries(sources)) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), source);
    }
    return spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=unix'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

test('only the platform folder of the phone may say wx', () => {
  const source = 'export const buzz = (): unknown => wx.vibrateShort({ type: "light" });\n';
  const said = lint({
    'miniprogram/stores/buzz.ts': source,
    'miniprogram/pages/home/home.ts': source,
    'miniprogram/platform/buzz.ts': source,
  });
  expect(said).toContain('stores/buzz.ts');
  expect(said).toContain('pages/home/home.ts');
  expect(said).not.toContain('platform/buzz.ts');
});
