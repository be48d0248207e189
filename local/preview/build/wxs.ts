/**
 * Turns WXS into the JavaScript that means the same:
 * - `value.constructor` is a type name in WXS (`'Array'`), not a function;
 * - a string literal given to `getRegExp` keeps its backslashes (`getRegExp('\d')`), which JavaScript drops;
 * - `require('./x.wxs')` loses the extension, as the template compiler wants it.
 * The three names are defined by `wxsPrelude`.
 */
export function rewriteWxs(source: string): string {
  return source
    .replace(/([A-Za-z_$][\w$]*(?:\.[\w$]+|\[\w+\])*)\.constructor\b/g, '__wxs.typeName($1)')
    .replace(
      /getRegExp\(\s*(['"])((?:\\.|(?!\1).)*)\1/g,
      (_match, quote: string, pattern: string) =>
        `getRegExp(${quote}${pattern.replace(/\\\\|\\/g, '\\\\')}${quote}`,
    )
    .replace(/require\((['"])([^'"]+)\.wxs\1\)/g, 'require($1$2$1)');
}

/** Paths that a WXS module requires, as written and without extension. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/require\(['"]([^'"]+)\.wxs['"]\)/g)].map((match) => match[1] ?? '');
}

/** Runs before all WXS modules; `__wxs` is put on the global object by the runtime. */
export const wxsPrelude = 'var __wxs=globalThis.__wxs,getRegExp=__wxs.getRegExp,getDate=__wxs.getDate;';
