import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CloudError } from '../cloud-error';
import { replaceFile } from '../replace-file';

/** A stored file. `openid` is who uploaded it; null for functions and administrators. */
export type StoredFile = {
  readonly path: string;
  readonly size: number;
  readonly contentType: string;
  readonly openid: string | null;
  /** The name of its bytes among the blobs. */
  readonly blob: string;
};

export type Storage = {
  find(path: string): StoredFile | undefined;
  /** Takes the bytes to their end, then replaces what had this path. Throws `STORAGE_REQUEST_FAIL` over 50 MB. */
  save(path: string, content: Readable, contentType: string, openid: string | null): Promise<StoredFile>;
  open(file: StoredFile): Readable;
  copy(from: StoredFile, path: string): Promise<StoredFile>;
  /** False when there was none. */
  remove(path: string): boolean;
};

const LARGEST_FILE = 50 * 1024 * 1024;
const LONGEST_PATH = 850;

/** WeChat's rule for cloudPath, and no way out of it: throws `INVALID_PARAM`. */
export const checkPath = (path: unknown): string => {
  const isGood =
    typeof path === 'string' &&
    path.length <= LONGEST_PATH &&
    /^[^\\\0?#%]+$/.test(path) &&
    !path.split('/').some((part) => part === '' || part === '.' || part === '..');
  if (!isGood)
    throw new CloudError('INVALID_PARAM', `cloudPath is not a path: ${String(path).slice(0, 100)}`);
  return path;
};

async function* bounded(content: Readable) {
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_FILE)
      throw new CloudError('STORAGE_REQUEST_FAIL', '[EntityTooLarge]: more than 50 MB');
    yield chunk;
  }
}

/**
 * Keeps files in `folder`: bytes under a random name, and one record a path under the path's hash, so a path names
 * nothing on this machine. The record is replaced in one step: a kill leaves the old file or the new.
 */
export const openStorage = (folder: string): Storage => {
  const blobs = join(folder, 'blobs');
  const records = join(folder, 'records');
  for (const each of [blobs, records]) mkdirSync(each, { recursive: true });
  const recordOf = (path: string) => join(records, `${createHash('sha256').update(path).digest('hex')}.json`);

  const find = (path: string): StoredFile | undefined => {
    const record = recordOf(path);
    return existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as StoredFile) : undefined;
  };
  const open = (file: StoredFile) => createReadStream(join(blobs, file.blob));
  const save: Storage['save'] = async (path, content, contentType, openid) => {
    const blob = randomUUID();
    const target = createWriteStream(join(blobs, blob), { flush: true });
    try {
      await pipeline(content, bounded as (source: Readable) => AsyncGenerator<Buffer>, target);
    } catch (error) {
      rmSync(join(blobs, blob), { force: true });
      throw error;
    }
    const before = find(path);
    const file: StoredFile = { path, size: target.bytesWritten, contentType, openid, blob };
    replaceFile(recordOf(path), JSON.stringify(file));
    if (before) rmSync(join(blobs, before.blob), { force: true });
    return file;
  };

  return {
    find,
    open,
    save,
    copy: (from, path) => save(path, open(from), from.contentType, from.openid),
    remove(path) {
      const file = find(path);
      if (!file) return false;
      rmSync(recordOf(path));
      rmSync(join(blobs, file.blob), { force: true });
      return true;
    },
  };
};
