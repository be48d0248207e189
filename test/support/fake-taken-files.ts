import type { FileKind, TakenFiles } from '../../miniprogram/stores/taken-file';

/** A phone's files in memory; `broken` writes none, and what is sent ends as `sends` says. */
export function fakeTakenFiles(
  options: { readonly broken?: boolean; readonly sends?: 'sent' | 'cancelled' | 'failed' } = {},
): TakenFiles & {
  readonly files: Map<FileKind, string>;
  readonly copied: string[];
  readonly sent: string[];
} {
  const files = new Map<FileKind, string>();
  const copied: string[] = [];
  const sent: string[] = [];
  return {
    files,
    copied,
    sent,
    write: (kind, text) => {
      if (!options.broken) files.set(kind, text);
      return Promise.resolve(!options.broken);
    },
    send: (_kind, name) => {
      sent.push(name);
      return Promise.resolve(options.sends ?? 'sent');
    },
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
    clear: () => files.clear(),
  };
}
