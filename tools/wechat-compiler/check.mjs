// `npm run check:wechat`: compiles the mini program with WeChat's own compiler, offline, and prints the size of
// each package as JSON. Fails when a package is over its limit, a module cannot be resolved, or a file reaches
// into another subpackage. Usage: node check.mjs [projectRoot]
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(process.argv[2] ?? join(here, '../..'));
/** Bytes. WeChat's limit is 2 MB a package; the house keeps its main package under 700 KB. */
const limits = { main: 700 * 1024, subpackage: 2 * 1024 * 1024, total: 30 * 1024 * 1024 };

if (!existsSync(join(here, 'node_modules/miniprogram-ci'))) {
  console.error(
    "WeChat's compiler is not installed. Run: npm ci --prefix tools/wechat-compiler --ignore-scripts",
  );
  process.exit(2);
}
// The compiler talks on standard output from the moment it is loaded; that is kept for the result.
console.log = console.info = console.error;
const ci = createRequire(import.meta.url)('miniprogram-ci');

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const { miniprogramRoot } = readJson(join(root, 'project.config.json'));
const app = readJson(join(root, miniprogramRoot, 'app.json'));
const subpackages = (app.subPackages ?? app.subpackages ?? []).map(
  (entry) => `${entry.root.replace(/\/$/, '')}/`,
);
const packageOf = (file) => subpackages.find((prefix) => file.startsWith(prefix)) ?? 'main';

async function compile() {
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: root,
    privateKey: 'unused',
    ignores: ['node_modules/**/*'],
    // Undocumented: without it the compiler asks WeChat's servers for the project's attributes.
    attr: async () => ({ setting: {} }),
  });
  return ci.getCompiledResult({
    project,
    version: '0.0.0',
    desc: '',
    setting: { useProjectConfig: true },
    onProgressUpdate() {},
  });
}

/** Where a required module may stand: beside the file, or in any miniprogram_npm above it. */
function candidates(file, target) {
  const folders = target.startsWith('.')
    ? [posix.dirname(file)]
    : file
        .split('/')
        .map((_, depth, parts) => [...parts.slice(0, depth), 'miniprogram_npm'].join('/'))
        .concat('.');
  return folders.flatMap((folder) => ['', '.js', '/index.js'].map((end) => posix.join(folder, target + end)));
}

function requireErrors(files) {
  const errors = [];
  for (const [file, content] of Object.entries(files)) {
    if (!file.endsWith('.js')) continue;
    for (const [, target] of String(content).matchAll(/require\(\s*["']([^"']+)["']\s*\)/g)) {
      const found = candidates(file, target).find((name) => name.endsWith('.js') && name in files);
      if (!found) errors.push(`${file}: cannot resolve ${target}`);
      else if (packageOf(found) !== 'main' && packageOf(found) !== packageOf(file))
        errors.push(`${file}: crosses into subpackage ${packageOf(found)} via ${target}`);
    }
  }
  return errors;
}

function measure(files) {
  const packages = { main: 0 };
  const npm = {};
  for (const [file, content] of Object.entries(files)) {
    const bytes = Buffer.byteLength(content);
    packages[packageOf(file)] = (packages[packageOf(file)] ?? 0) + bytes;
    const name = /miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
    if (name) npm[name] = (npm[name] ?? 0) + bytes;
  }
  return { packages, npm };
}

function sizeErrors(packages) {
  const errors = [];
  for (const [name, bytes] of Object.entries(packages)) {
    const limit = name === 'main' ? limits.main : limits.subpackage;
    if (bytes > limit) errors.push(`${name} is ${bytes} B, over ${limit} B`);
  }
  const total = Object.values(packages).reduce((sum, bytes) => sum + bytes, 0);
  if (total > limits.total) errors.push(`all packages are ${total} B, over ${limits.total} B`);
  return errors;
}

const files = await compile();
const { packages, npm } = measure(files);
const errors = [...sizeErrors(packages), ...requireErrors(files)];
const report = { files: Object.keys(files).length, packages, npm, limits, errors };
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`, () => process.exit(errors.length > 0 ? 1 : 0));
