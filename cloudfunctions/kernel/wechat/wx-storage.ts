import cloud from 'wx-server-sdk';
import './wx-cloud';

/** Files of the environment's storage, by path and id. */
export type WxStorage = {
  save(path: string, content: Uint8Array): Promise<string>;
  read(fileId: string): Promise<Uint8Array>;
  link(fileId: string, seconds: number): Promise<string | null>;
  remove(fileIds: readonly string[]): Promise<void>;
};

/** So many files go with one call. */
const perCall = 50;

type Link = { readonly status: number; readonly tempFileURL: string };

/** The storage of the environment that the function runs in. */
export const wxStorage = (): WxStorage => ({
  save: async (path, content) => {
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(content) });
    return fileID;
  },
  read: async (fileId) => (await cloud.downloadFile({ fileID: fileId })).fileContent,
  link: async (fileId, seconds) => {
    const asked = { fileList: [{ fileID: fileId, maxAge: seconds }] };
    const { fileList } = (await cloud.getTempFileURL(asked)) as unknown as {
      fileList: readonly Link[];
    };
    const [link] = fileList;
    return link === undefined || link.status !== 0 || link.tempFileURL === '' ? null : link.tempFileURL;
  },
  remove: async (fileIds) => {
    for (let start = 0; start < fileIds.length; start += perCall)
      await cloud.deleteFile({ fileList: fileIds.slice(start, start + perCall) });
  },
});
