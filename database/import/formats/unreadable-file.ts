import type { FileFault } from '../report';

/** A whole file that cannot be read: nothing of it is imported. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly code: FileFault;

  constructor(code: FileFault, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** What the file system says, as we say it. */
const faults: Readonly<Record<string, readonly [FileFault, string]>> = {
  ENOENT: ['missing-file', 'there is no such file'],
  EISDIR: ['is-folder', 'it is a folder, not a file'],
  EACCES: ['no-permission', 'we may not read it'],
  Z_DATA_ERROR: ['bad-gzip', 'the .gz archive is damaged'],
  Z_BUF_ERROR: ['bad-gzip', 'the .gz archive ends too early'],
};

/** Why a file cannot be read, from whatever was thrown while it was. */
export const unreadable = (error: unknown): UnreadableFile => {
  if (error instanceof UnreadableFile) return error;
  const known = faults[String((error as { code?: unknown }).code)];
  if (known !== undefined) return new UnreadableFile(...known);
  return new UnreadableFile('unreadable-file', error instanceof Error ? error.message : String(error));
};
