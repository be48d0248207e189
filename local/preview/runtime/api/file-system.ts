import { defineApi } from './define-api';
import { refuseUnknown } from './refuse-unknown';

interface Read {
  filePath: string;
  encoding: 'base64' | 'utf8';
  position: number;
  length: number;
}

/** Files that were chosen or downloaded are addresses of the browser's own: they are read by fetching them. */
export function fileSystemApi() {
  const manager = refuseUnknown('FileSystemManager', {
    readFile: defineApi<Read>('readFile', async ({ filePath = '', encoding, position = 0, length }) => {
      const whole = await (await fetch(filePath)).arrayBuffer();
      const end = length === undefined ? whole.byteLength : position + length;
      if (position < 0 || end > whole.byteLength) throw new Error('the position or length is out of range');
      return { data: inEncoding(whole.slice(position, end), encoding) };
    }),
  });
  return {
    getFileSystemManager: () => manager,
    downloadFile: defineApi<{ url: string }>('downloadFile', async ({ url = '' }) => {
      const response = await fetch(url);
      return { tempFilePath: URL.createObjectURL(await response.blob()), statusCode: response.status };
    }),
  };
}

function inEncoding(bytes: ArrayBuffer, encoding: Read['encoding'] | undefined): ArrayBuffer | string {
  if (encoding === undefined) return bytes;
  if (encoding === 'utf8') return new TextDecoder().decode(bytes);
  let binary = '';
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
