import type { Bytes } from '../indexes/encode-value';

/** One key of an index and the number of its document. */
export type KeyEntry = { readonly key: Bytes; readonly document: number };

/** Goes through the keys of an index in one direction. */
export type KeyCursor = {
  /** Forwards: to the first key at or after `target`. Backwards: to the last key before it. Never goes back. */
  seek(target: Bytes): KeyEntry | undefined;
  next(): KeyEntry | undefined;
};

/** The first byte string after all that begin with `prefix`. */
export const after = (prefix: Bytes): Bytes => {
  let length = prefix.length;
  while (length > 0 && prefix.charCodeAt(length - 1) === 0xff) length--;
  if (length === 0) return '\xff'.repeat(prefix.length + 1);
  return prefix.slice(0, length - 1) + String.fromCharCode(prefix.charCodeAt(length - 1) + 1);
};
