import type { FileStore } from '../../cloudfunctions/membership/ports/applications';

/** A storage in memory; `failing` makes the next calls of one kind fail, as where a run is cut off. */
export type FakeFiles = FileStore & {
  readonly paths: ReadonlyMap<string, Uint8Array>;
  failNext(kind: 'save' | 'remove'): void;
};

export const fakeFiles = (): FakeFiles => {
  const paths = new Map<string, Uint8Array>();
  let failing: string | null = null;
  const check = (kind: string) => {
    if (failing !== kind) return;
    failing = null;
    throw new Error(`cut off at ${kind}`);
  };
  return {
    paths,
    failNext: (kind) => {
      failing = kind;
    },
    save: async (path, content) => {
      check('save');
      paths.set(path, content);
      return `cloud://fake/${path}`;
    },
    read: async (fileId) => paths.get(fileId.slice('cloud://fake/'.length)) ?? new Uint8Array(),
    link: async (fileId, seconds) => {
      const path = fileId.slice('cloud://fake/'.length);
      return paths.has(path) ? `https://files/${path}?for=${seconds}` : null;
    },
    remove: async (fileIds) => {
      check('remove');
      for (const fileId of fileIds) paths.delete(fileId.slice('cloud://fake/'.length));
    },
  };
};
