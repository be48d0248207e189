import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import postcss, { type AtRule, type Plugin, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { builtInTags } from '../built-in-tags';
import { toFrameUnits } from '../frame-units';

/** It comes without types; `resolve` turns an imported id into a file name. */
const postcssImport = createRequire(__filename)('postcss-import') as (options: {
  resolve: (id: string, folder: string) => string;
}) => Plugin;

/** How one style sheet reaches elements. */
export interface StyleTarget {
  /** Class prefix of a component; empty for app.wxss, for pages and for components that share their classes. */
  scope: string;
  /** The page whose elements alone the sheet may reach. */
  page?: string;
  /** The sheet belongs to a component, where WeChat takes classes only. */
  isComponent?: boolean;
}

/**
 * Turns WXSS into CSS for the phone frame: `rpx`, `vw` and `vh` count in the frame's size, safe areas are the
 * frame's, tags become the elements that draw them, dark-mode queries follow the frame's theme, and the selectors
 * reach only what they would in WeChat.
 * @throws Error with file and line where the sheet can't be parsed, an import is missing, or a component selects by
 * id, tag or attribute: WeChat ignores such rules.
 */
export async function compileWxss(root: string, file: string, target: StyleTarget): Promise<string> {
  if (!existsSync(file)) return '';
  const imports = postcssImport({
    resolve: (id: string, base: string) => (id.startsWith('/') ? join(root, id) : resolve(base, id)),
  });
  const result = await postcss([imports, wxssToCss(target)]).process(readFileSync(file, 'utf8'), {
    from: file,
    map: false,
  });
  return result.css;
}

/** What `compileWxss` does to a sheet whose imports are in place. */
export function wxssToCss(target: StyleTarget): Plugin {
  return {
    postcssPlugin: 'wxss-to-css',
    Once(root) {
      const keyframes = target.page ? scopeKeyframes(root, target.page) : new Map<string, string>();
      root.walkDecls((declaration) => {
        declaration.value = toFrameUnits(declaration.value);
        if (/^animation(-name)?$/.test(declaration.prop)) {
          declaration.value = declaration.value.replace(/[\w-]+/g, (word) => keyframes.get(word) ?? word);
        }
      });
      root.walkRules((rule) => {
        if (isInKeyframes(rule)) return;
        if (target.isComponent) allowClassesOnly(rule);
        rule.selector = scopeSelector(rule.selector, target);
      });
      root.walkAtRules('media', followTheme);
    },
  };
}

/** Two pages on the stack may use one name for different animations. */
function scopeKeyframes(root: postcss.Root, page: string): Map<string, string> {
  const names = new Map<string, string>();
  root.walkAtRules(/keyframes$/, (rule) => {
    const scoped = `${page.replace(/[^\w]+/g, '-')}--${rule.params}`;
    names.set(rule.params, scoped);
    rule.params = scoped;
  });
  return names;
}

function isInKeyframes(rule: Rule): boolean {
  return rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes');
}

function allowClassesOnly(rule: Rule): void {
  selectorParser((root) => {
    root.walk(({ type, parent }) => {
      if (parent?.parent?.type === 'pseudo' && parent.parent.value.startsWith(':nth-')) return;
      if (type === 'id' || type === 'tag' || type === 'attribute')
        throw rule.error(`WeChat takes no ${type} selectors in a component`, { word: rule.selector });
    });
  }).processSync(rule.selector);
}

function scopeSelector(selector: string, target: StyleTarget): string {
  const transformed = selectorParser((root) => {
    root.walkClasses((node) => {
      if (target.scope) node.value = `${target.scope}--${node.value}`;
    });
    root.walkTags((node) => {
      node.value = node.value === 'page' ? 'mp-page' : (builtInTags[node.value] ?? node.value);
    });
    root.walkPseudos((node) => {
      if (node.value !== ':host') return;
      const host = selectorParser.attribute({
        attribute: 'wx-host',
        operator: '=',
        value: target.scope,
        quoteMark: '"',
        raws: {},
      });
      host.setValue(target.scope, { quoteMark: '"' });
      node.replaceWith(host);
    });
  }).processSync(selector);
  return target.page ? keepInsidePage(transformed, target.page) : transformed;
}

/** `:where` adds no weight, so a page's rules compete with app.wxss as they do in WeChat. */
function keepInsidePage(selector: string, page: string): string {
  const own = `:where([data-route="${page}"])`;
  return splitList(selector)
    .map((each) => (/^mp-page\b/.test(each) ? each.replace(/^mp-page/, `mp-page${own}`) : `${own} ${each}`))
    .join(', ');
}

function splitList(selector: string): string[] {
  return selectorParser()
    .astSync(selector)
    .map((each) => each.toString().trim());
}

/** The frame's theme may differ from the computer's: the query becomes a condition on the document's attribute. */
function followTheme(query: AtRule): void {
  const match = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/.exec(query.params);
  if (!match) return;
  const theme = match[1] ?? 'light';
  query.walkRules((rule) => {
    if (isInKeyframes(rule)) return;
    rule.selector = splitList(rule.selector)
      .map((each) => `:where([data-theme="${theme}"]) ${each}`)
      .join(', ');
  });
  const rest = query.params.replace(match[0], '').replace(/^\s*and\b|\band\s*$/g, '');
  query.params = rest.trim();
  if (!query.params) query.replaceWith(query.nodes ?? []);
}
