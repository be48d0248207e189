import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { SourceComponent } from './components';
import { compileWxss } from './wxss';

/** Every component's CSS by path, and app.wxss under `app`. */
export async function compileStyles(
  root: string,
  components: Iterable<SourceComponent>,
): Promise<Record<string, string>> {
  const app = compileWxss(root, join(root, 'app.wxss'), { scope: '' }).then((css) => ['app', css] as const);
  const sheets = [...components].map(async ({ path, isPage, styleScope }) => {
    const target = isPage ? { scope: styleScope, page: path } : { scope: styleScope, isComponent: true };
    return [path, await compileWxss(root, join(root, `${path}.wxss`), target)] as const;
  });
  // Awaited all at once: a fault in a sheet that nobody awaits yet would end the process that watches.
  const styles = await Promise.all([app, ...sheets]);
  return Object.fromEntries(styles.map(([path, css]) => [path, withVantFont(css)]));
}

/** Vant loads its icon font from a CDN; @vant/icons carries the same font as data, so the preview works offline. */
function withVantFont(css: string): string {
  if (!css.includes('//at.alicdn.com')) return css;
  const less = readFileSync(createRequire(__filename).resolve('@vant/icons/src/encode-woff2.less'), 'utf8');
  const font = /url\('(data:font\/woff2[^']+)'\)/.exec(less)?.[1];
  if (!font) throw new Error('@vant/icons has changed: no embedded font in src/encode-woff2.less');
  return css
    .replace(/,\s*url\(\/\/at\.alicdn\.com[^)]*\)\s*format\(["']woff["']\)/g, '')
    .replace(/url\(\/\/at\.alicdn\.com[^)]*\)/g, () => `url(${font})`);
}
