// Lays out miniprogram_npm as DevTools' "构建 npm" does, so that `npm ci` alone leaves what DevTools needs.
import { cp, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'miniprogram/miniprogram_npm');
const readPackage = async (folder) => JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
const isShipped = async (file) => (await stat(file)).isDirectory() || !/\.(d\.ts|map)$/.test(file);

/** A package that names a `miniprogram` folder is copied as it is; any other is bundled from its main entry. */
async function layOut(name, siblings) {
  const source = join(root, 'node_modules', name);
  const { miniprogram, main = 'index.js' } = await readPackage(source);
  if (miniprogram) {
    await cp(join(source, miniprogram), join(target, name), { recursive: true, filter: isShipped });
    return;
  }
  await build({
    entryPoints: [join(source, main)],
    outfile: join(target, name, 'index.js'),
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'es2018',
    external: siblings,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
}

const names = Object.keys((await readPackage(root)).dependencies);
await rm(target, { recursive: true, force: true });
await Promise.all(names.map((name) => layOut(name, names)));
