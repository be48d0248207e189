// Bundles each context's function/ into dist/cloudfunctions/<name>, the folder that WeChat uploads.
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'cloudfunctions');
const output = join(root, 'dist/cloudfunctions');
const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function buildFunction(name, target) {
  await mkdir(target, { recursive: true });
  await build({
    entryPoints: [join(source, name, 'function/index.ts')],
    outfile: join(target, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minifySyntax: true,
    legalComments: 'linked',
    external: ['wx-server-sdk'],
    logLevel: 'warning',
  });
  const manifest = {
    name,
    version: '1.0.0',
    private: true,
    main: 'index.js',
    dependencies: { 'wx-server-sdk': devDependencies['wx-server-sdk'] },
  };
  await writeFile(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await cp(join(source, name, 'function/config.json'), join(target, 'config.json'));
}

const folders = (await readdir(source, { withFileTypes: true })).filter((entry) => entry.isDirectory());
const fresh = `${output}.${process.pid}`;
await mkdir(fresh, { recursive: true });
for (const { name } of folders) {
  if (await exists(join(source, name, 'function/index.ts'))) await buildFunction(name, join(fresh, name));
}
await rm(output, { recursive: true, force: true });
await rename(fresh, output);
