/** WXS's own names, which the rewritten modules use (see build/wxs.ts). */
export function installWxsGlobals(): void {
  Object.assign(globalThis, {
    __wxs: {
      typeName,
      getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
      getDate: (...parts: []) => new Date(...parts),
    },
  });
}

/** What `value.constructor` says in WXS. */
function typeName(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const name = Object.prototype.toString.call(value).slice('[object '.length, -1);
  return name;
}
