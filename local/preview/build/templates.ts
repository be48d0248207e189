import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { rewriteWxs, wxsPrelude, wxsRequires } from './wxs';

interface TemplateWarning {
  path: string;
  startLine: number;
  message: string;
}

/**
 * Compiles the templates of `paths`, and everything they import, include or require.
 * `code` is a JavaScript expression: template functions by path.
 */
export function compileTemplates(
  root: string,
  paths: Iterable<string>,
): { code: string; warnings: string[] } {
  const group = new TmplGroup();
  const done = new Set<string>();
  const warnings: string[] = [];

  const addWxs = (path: string): void => {
    const file = `${path}.wxs`;
    if (done.has(file)) return;
    done.add(file);
    const source = readFileSync(join(root, file), 'utf8');
    for (const required of wxsRequires(source)) addWxs(posix.join(posix.dirname(path), required));
    group.addScript(path, rewriteWxs(source));
  };
  const addWxml = (path: string): void => {
    const file = `${path}.wxml`;
    if (done.has(file)) return;
    done.add(file);
    const found = group.addTmpl(path, readFileSync(join(root, file), 'utf8')) as TemplateWarning[];
    warnings.push(...found.map((each) => `${each.path}.wxml:${each.startLine + 1} ${each.message}`));
    rewriteInlineWxs(group, path);
    for (const used of group.getDirectDependencies(path) as string[]) addWxml(used);
    for (const used of group.getScriptDependencies(path) as string[]) addWxs(used);
  };

  for (const path of paths) addWxml(path);
  group.setExtraRuntimeScript(wxsPrelude);
  return { code: group.getTmplGenObjectGroups(), warnings };
}

function rewriteInlineWxs(group: TmplGroup, path: string): void {
  for (const name of group.getInlineScriptModuleNames(path) as string[]) {
    group.setInlineScript(path, name, rewriteWxs(group.getInlineScript(path, name)));
  }
}
