import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** Writes a whole file so that a kill at any moment leaves either the old content or the new, never a part. */
export const replaceFile = (file: string, content: string, mode = 0o644): void => {
  const fresh = `${file}.${randomUUID()}`;
  const descriptor = openSync(fresh, 'w', mode);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
};
