// Bundles the body of a function instance: it runs in a worker thread, where no TypeScript loader is wanted.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('../local/cloud/functions/instance.ts', import.meta.url));
if (existsSync(entry))
  await build({
    entryPoints: [entry],
    outfile: fileURLToPath(new URL('../dist/local/instance.cjs', import.meta.url)),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
