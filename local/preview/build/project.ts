import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { AppConfig, ComponentConfig, Program } from '../program';

/** A mini program on disk: where it is, and what its app.json and theme.json say. */
export interface MiniProgram {
  /** The folder that holds app.json. */
  root: string;
  app: AppConfig;
  theme: Program['theme'];
  /** app.json's usingComponents, resolved. */
  globalComponents: Record<string, string>;
}

interface AppJson extends Omit<AppConfig, 'window'> {
  window?: AppConfig['window'];
  usingComponents?: Record<string, string>;
  themeLocation?: string;
  subPackages?: Subpackage[];
  subpackages?: Subpackage[];
}

interface Subpackage {
  root: string;
  pages: string[];
}

/** Reads `app.json`, both spellings of its subpackages, and the theme it names. */
export function readMiniProgram(root: string): MiniProgram {
  const json = readJson(join(root, 'app.json')) as AppJson;
  const { usingComponents = {}, subPackages, subpackages, themeLocation, window = {}, ...rest } = json;
  const inPackages = (subPackages ?? subpackages ?? []).flatMap(({ root: folder, pages }) =>
    pages.map((page) => posix.join(folder, page)),
  );
  const theme = themeLocation
    ? (readJson(join(root, themeLocation)) as Program['theme'])
    : { light: {}, dark: {} };
  return {
    root,
    app: { ...rest, window, pages: [...json.pages, ...inPackages] },
    theme,
    globalComponents: resolveAll(root, 'app', usingComponents),
  };
}

/** A page's or component's JSON with every `usingComponents` path made absolute (`/components/x/index`). */
export function readComponentConfig(project: MiniProgram, path: string): ComponentConfig {
  const file = join(project.root, `${path}.json`);
  const json = existsSync(file) ? (readJson(file) as Partial<ComponentConfig>) : {};
  const own = resolveAll(project.root, path, json.usingComponents ?? {});
  return { ...json, usingComponents: { ...project.globalComponents, ...own } };
}

/**
 * Where WeChat looks for a component: from the mini program's root (`/x`), beside the file that names it, then in
 * a `miniprogram_npm` of that file's folder or of a folder above.
 * @throws Error naming the component and its user when there is none.
 */
export function resolveComponent(root: string, from: string, reference: string): string {
  if (reference.startsWith('plugin')) throw new Error(`${from}.json: plugin "${reference}" is not supported`);
  const candidates = reference.startsWith('/') ? [reference.slice(1)] : nearAndNpm(from, reference);
  for (const candidate of candidates) {
    if (existsSync(join(root, `${candidate}.json`))) return candidate;
    if (existsSync(join(root, candidate, 'index.json'))) return posix.join(candidate, 'index');
  }
  throw new Error(`${from}.json: component "${reference}" is not found`);
}

function nearAndNpm(from: string, reference: string): string[] {
  const candidates = [posix.join(posix.dirname(from), reference)];
  for (let folder = posix.dirname(from); ; folder = dirname(folder)) {
    candidates.push(posix.join(folder, 'miniprogram_npm', reference));
    if (folder === '.') return candidates;
  }
}

function resolveAll(root: string, from: string, references: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(references).map(([tag, reference]) => [
      tag,
      `/${resolveComponent(root, from, reference)}`,
    ]),
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
