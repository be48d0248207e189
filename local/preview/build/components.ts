import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentConfig } from '../program';
import { type MiniProgram, readComponentConfig } from './project';

/** A page or component and its files. */
export interface SourceComponent {
  path: string;
  config: ComponentConfig;
  isPage: boolean;
  styleScope: string;
  /** The script that calls Page() or Component(). */
  script: string;
}

/**
 * Every page, and every component that a page reaches, users before what they use.
 * @throws Error naming the page or component whose files are missing.
 */
export function collectComponents(project: MiniProgram): Map<string, SourceComponent> {
  const found = new Map<string, SourceComponent>();
  const add = (path: string, isPage: boolean): void => {
    if (found.has(path)) return;
    const component = readComponent(project, path, isPage);
    found.set(path, component);
    for (const used of Object.values(component.config.usingComponents)) add(used.slice(1), false);
  };
  for (const page of project.app.pages) add(page, true);
  return found;
}

function readComponent(project: MiniProgram, path: string, isPage: boolean): SourceComponent {
  const script = ['.ts', '.js'].map((end) => join(project.root, path + end)).find((file) => existsSync(file));
  if (!script) throw new Error(`${isPage ? 'page' : 'component'} "${path}" has no script`);
  if (!existsSync(join(project.root, `${path}.wxml`))) throw new Error(`"${path}" has no template`);
  const config = readComponentConfig(project, path);
  if (isPage) delete config.component;
  else Object.assign(config, styleOptionsInScript(config, readFileSync(script, 'utf8')));
  const shares = isPage || config.styleIsolation === 'shared';
  return { path, config, isPage, script, styleScope: shares ? '' : scopeName(path) };
}

/** A class prefix that no other component has: `components/book-card/index` → `components-book-card`. */
function scopeName(path: string): string {
  return path
    .replace(/^miniprogram_npm\//, '')
    .replace(/\/index$/, '')
    .replace(/[^\w]+/g, '-');
}

/**
 * glass-easel reads style options from JSON only; WeChat also takes them from `Component({ options })`, and Vant
 * sets `addGlobalClass` inside its own constructor.
 */
export function styleOptionsInScript(config: ComponentConfig, script: string): Partial<ComponentConfig> {
  if (config.styleIsolation) return {};
  const isolation = /styleIsolation:\s*['"]([\w-]+)['"]/.exec(script)?.[1];
  if (isolation) return { styleIsolation: isolation };
  return /addGlobalClass:\s*(?:true|!0)|VantComponent\)?\(/.test(script) ? { addGlobalClass: true } : {};
}
