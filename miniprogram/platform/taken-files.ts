import type { FileKind, TakenFiles } from '../stores/taken-file';
import { copyText } from './notify';

const kinds: readonly FileKind[] = ['json', 'csv'];
const pathOf = (kind: FileKind): string => `${wx.env.USER_DATA_PATH}/taken-along.${kind}`;

const wasCancelled = (error: unknown): boolean =>
  String((error as { readonly errMsg?: unknown }).errMsg).includes('cancel');

/** The files that patrons take along. The file system's callbacks have no promises. */
export const takenFiles: TakenFiles = {
  write: (kind, data) =>
    new Promise((resolve) => {
      wx.getFileSystemManager().writeFile({
        filePath: pathOf(kind),
        data,
        encoding: 'utf8',
        success: () => resolve(true),
        fail: () => resolve(false),
      });
    }),
  send: async (kind, fileName) => {
    try {
      await wx.shareFileMessage({ filePath: pathOf(kind), fileName });
      return 'sent';
    } catch (error) {
      return wasCancelled(error) ? 'cancelled' : 'failed';
    }
  },
  copy: copyText,
  clear: () => {
    for (const kind of kinds) wx.getFileSystemManager().unlink({ filePath: pathOf(kind), fail: () => {} });
  },
};
