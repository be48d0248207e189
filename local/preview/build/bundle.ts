import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { builtInTags } from '../built-in-tags';
import type { SourceComponent } from './components';
import type { MiniProgram } from './project';

/** The parts of a program as they go into the bundle. */
export interface CompiledProgram {
  project: MiniProgram;
  components: Iterable<SourceComponent>;
  templateCode: string;
  styles: Record<string, string>;
}

const previewRoot = join(__dirname, '..');

/** Compile-time switches that Taro's H5 packages expect their bundler to set. */
const taroSwitches = {
  'process.env.NODE_ENV': '"production"',
  'process.env.TARO_ENV': '"h5"',
  'process.env.TARO_PLATFORM': '"web"',
  'process.env.SUPPORT_TARO_POLYFILL': '"disabled"',
  ENABLE_INNER_HTML: 'true',
  ENABLE_ADJACENT_HTML: 'true',
  ENABLE_SIZE_APIS: 'true',
  ENABLE_TEMPLATE_CONTENT: 'true',
  ENABLE_MUTATION_OBSERVER: 'true',
  ENABLE_CLONE_NODE: 'true',
  ENABLE_CONTAINS: 'true',
  DEPRECATED_ADAPTER_COMPONENT: 'false',
  global: 'globalThis',
};

const browser: BuildOptions = {
  bundle: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'silent',
  sourcemap: true,
  define: taroSwitches,
  banner: { js: 'globalThis.process ||= { env: {} };' },
  preserveSymlinks: true,
  mainFields: ['main:h5', 'module', 'main'],
};

/** Bundles the mini program with the runtime that shows it. */
export async function bundlePhone(program: CompiledProgram, outfile: string): Promise<void> {
  await build({
    ...browser,
    stdin: { contents: entry(program), resolveDir: previewRoot, sourcefile: 'phone.js' },
    plugins: [miniProgramNpm(program.project.root)],
    outfile,
  });
}

/** Bundles the page around the phone. */
export async function bundleWorkbench(outfile: string): Promise<void> {
  await build({ ...browser, entryPoints: [join(previewRoot, 'workbench/start.ts')], outfile });
}

function entry({ project, components, templateCode, styles }: CompiledProgram): string {
  const json = JSON.stringify;
  const taro = Object.values(builtInTags).filter((tag) => tag.startsWith('taro-'));
  const imports = taro.map(
    (tag, index) =>
      `import { defineCustomElement as taro${index} } from '@tarojs/components/dist/components/${tag}';`,
  );
  const app = ['app.ts', 'app.js'].map((name) => join(project.root, name)).find((file) => existsSync(file));
  const parts = [...components].map(
    ({ path, config, isPage, styleScope, script }) =>
      `${json(path)}: { config: ${json(config)}, isPage: ${isPage}, styleScope: ${json(styleScope)}, ` +
      `run: () => require(${json(script)}) }`,
  );
  return `${imports.join('\n')}
import { createAnimation } from '@tarojs/taro-h5/dist/api/ui/animation/index';
import { startPhone } from './runtime/start-phone.ts';
startPhone({
  app: ${json(project.app)},
  theme: ${json(project.theme)},
  components: {\n${parts.join(',\n')}\n},
  templates: () => ${templateCode},
  styles: ${json(styles)},
  taro: { elements: [${taro.map((_tag, index) => `taro${index}`).join()}], createAnimation },
  runApp: () => ${app ? `require(${json(app)})` : 'undefined'},
});`;
}

/** `import x from 'package/file'` in a mini program means miniprogram_npm, not node_modules. */
function miniProgramNpm(root: string): Plugin {
  return {
    name: 'miniprogram-npm',
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
        if (!importer.startsWith(root)) return undefined;
        for (let folder = dirname(importer); folder.startsWith(root); folder = dirname(folder)) {
          const base = join(folder, 'miniprogram_npm', path);
          const found = [base, `${base}.js`, join(base, 'index.js')].find(
            (file) => file.endsWith('.js') && existsSync(file),
          );
          if (found) return { path: found };
        }
        return { errors: [{ text: `package "${path}" is not in miniprogram_npm (run npm run build)` }] };
      });
    },
  };
}
