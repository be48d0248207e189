import { CloudError } from '../cloud-error';
import { fileIdOf, pathOf } from './file-id';
import type { SignedLinks } from './signed-links';
import { checkPath, type Storage, type StoredFile } from './storage';

export type LinkReply = {
  readonly code: string;
  readonly fileID: string;
  readonly tempFileURL: string;
  readonly maxAge?: number;
};

export type FileService = {
  fileId(path: string): string;
  /** Throws `STORAGE_FILE_NONEXIST`. */
  find(fileId: unknown): StoredFile;
  /** Links by file id, one reply each; `mayRead` throws for a file that the asker may not read. */
  links(files: readonly FileRequest[], mayRead: (file: StoredFile) => void): readonly LinkReply[];
  uploadUrl(path: unknown): { readonly url: string; readonly sign: string };
  remove(fileIds: readonly unknown[]): readonly { readonly code: string; readonly fileID: string }[];
};

export type FileRequest = { readonly fileId: unknown; readonly maxAgeSeconds?: number | undefined };

const AT_ONCE = 50;
const LONGEST_LIFE_SECONDS = 24 * 3_600;
const UPLOAD_LIFE_SECONDS = 900;

const codeOf = (error: unknown): string => {
  if (error instanceof CloudError) return error.code;
  throw error;
};

const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

const checkCount = (files: readonly unknown[]) => {
  if (files.length > AT_ONCE)
    throw new CloudError('INVALID_PARAM', `at most ${AT_ONCE} files at once, not ${files.length}`);
};

type Place = { readonly links: SignedLinks; readonly url: () => string };

const linkTo = ({ links, url }: Place, { path }: StoredFile, lifeSeconds: number): string => {
  const { sign, until } = links.sign({ verb: 'get', path }, lifeSeconds);
  return `${url()}/storage/${path}?sign=${sign}&t=${until}`;
};

const uploadPermit = ({ links, url }: Place, path: string) => {
  const { sign, until } = links.sign({ verb: 'put', path }, UPLOAD_LIFE_SECONDS);
  return { url: `${url()}/storage/${encodePath(path)}?t=${until}`, sign };
};

/** One reply whatever becomes of it: a file that is not there spoils no other. */
const eachAnswered = <T>(fileId: unknown, answer: () => T, otherwise: T) => {
  const fileID = String(fileId);
  try {
    return { fileID, ...answer() };
  } catch (error) {
    return { fileID, ...otherwise, code: codeOf(error) };
  }
};

type Linked = Omit<LinkReply, 'fileID'>;

/** What functions and phones may ask of the storage: links, upload permits, deletion, 50 files at once. */
export const createFileService = (
  storage: Storage,
  links: SignedLinks,
  envId: string,
  url: () => string,
): FileService => {
  const find = (fileId: unknown) => {
    const file = storage.find(pathOf(envId, fileId));
    if (!file) throw new CloudError('STORAGE_FILE_NONEXIST', `storage file not exists: ${String(fileId)}`);
    return file;
  };
  return {
    find,
    fileId: (path) => fileIdOf(envId, path),
    links(files, mayRead) {
      checkCount(files);
      return files.map(({ fileId, maxAgeSeconds = LONGEST_LIFE_SECONDS }) => {
        const link = (): Linked => {
          const file = find(fileId);
          mayRead(file);
          const maxAge = Math.min(Math.max(1, Math.floor(maxAgeSeconds)), LONGEST_LIFE_SECONDS);
          return { code: 'SUCCESS', tempFileURL: linkTo({ links, url }, file, maxAge), maxAge };
        };
        return eachAnswered(fileId, link, { code: '', tempFileURL: '' });
      });
    },
    uploadUrl: (path) => uploadPermit({ links, url }, checkPath(path)),
    remove(fileIds) {
      checkCount(fileIds);
      return fileIds.map((fileId) => {
        const remove = () => ({
          code: storage.remove(pathOf(envId, fileId)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
        });
        return eachAnswered(fileId, remove, { code: '' });
      });
    },
  };
};
