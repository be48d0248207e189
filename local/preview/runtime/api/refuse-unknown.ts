/**
 * Reads of a name that `target` lacks throw, so that a missing interface is noticed where it is used. `probed` names
 * what libraries ask for only to see whether it is there.
 */
export function refuseUnknown<T extends object>(label: string, target: T, probed: readonly string[] = []): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && !(key in object) && !probed.includes(key)) {
        throw new Error(`${label}.${key} is not in the preview (see local/preview/runtime/api/table.ts)`);
      }
      return Reflect.get(object, key) as unknown;
    },
  });
}
