import { cp, mkdir, readdir } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { bundlePhone, bundleWorkbench } from './bundle';
import { collectComponents } from './components';
import { readMiniProgram } from './project';
import { compileStyles } from './styles';
import { compileTemplates } from './templates';

export interface PreviewOptions {
  /** The folder with project.config.json's mini program in `miniprogram/`. */
  projectRoot: string;
  /** Where the static files go. */
  outFolder: string;
  /** The mini program's folder, where it isn't `projectRoot/miniprogram`. */
  miniProgramRoot?: string;
}

const staticFolder = join(__dirname, '../static');
const media = new Set(['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp', '.mp3', '.mp4', '.ttf', '.woff2']);

/**
 * Writes the preview's static files: index.html (the workbench), phone.html (the bare phone), their scripts, and
 * the mini program's pictures under their own paths.
 * @returns how long it took in ms, and the template compiler's warnings.
 * @throws Error naming the file at fault, when the mini program can't be built.
 */
export async function buildPreview(options: PreviewOptions): Promise<{ ms: number; warnings: string[] }> {
  const started = performance.now();
  const root = resolve(options.miniProgramRoot ?? join(options.projectRoot, 'miniprogram'));
  const project = readMiniProgram(root);
  const components = collectComponents(project);
  const { code: templateCode, warnings } = compileTemplates(root, components.keys());
  const styles = await compileStyles(root, components.values());
  await mkdir(options.outFolder, { recursive: true });
  const out = (name: string): string => join(options.outFolder, name);
  await Promise.all([
    bundlePhone({ project, components: components.values(), templateCode, styles }, out('phone.js')),
    bundleWorkbench(out('workbench.js')),
    cp(staticFolder, options.outFolder, { recursive: true }),
    copyMedia(root, options.outFolder),
  ]);
  return { ms: Math.round(performance.now() - started), warnings };
}

async function copyMedia(root: string, outFolder: string): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && media.has(extname(entry.name)));
  await Promise.all(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return cp(file, join(outFolder, relative(root, file)));
    }),
  );
}
