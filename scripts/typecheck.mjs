// Checks the types of each part of the house with TypeScript 7, two parts at a time; see docs/decisions/0001.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const compiler = fileURLToPath(new URL('../node_modules/typescript-7/bin/tsc', import.meta.url));
const parts = ['.', 'cloudfunctions', 'database', 'local', 'bench', 'test'];

async function checkNext() {
  for (let part = parts.shift(); part; part = parts.shift()) {
    const [code] = await once(spawn(process.execPath, [compiler, '-p', part], { stdio: 'inherit' }), 'exit');
    if (code !== 0) process.exitCode = 1;
  }
}

await Promise.all([checkNext(), checkNext()]);
