import type { Storage } from '../../miniprogram/stores/storage';

/** A phone's storage that keeps what JSON keeps. */
export function fakeStorage(): Storage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    read: (key) => {
      const text = entries.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    },
    write: (key, value) => entries.set(key, JSON.stringify(value)),
    remove: (key) => entries.delete(key),
  };
}
