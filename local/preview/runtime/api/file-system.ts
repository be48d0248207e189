import { element } from '../frame/element';
import { defineApi } from './define-api';
import { refuseUnknown } from './refuse-unknown';

/** Where a mini program may write. */
export const userData = 'http://usr';

interface Read {
  filePath: string;
  encoding: 'base64' | 'utf8';
  position: number;
  length: number;
}

interface Write {
  filePath: string;
  data: string | ArrayBuffer;
}

/** What the mini program wrote, as long as the page lives: the path it wrote to and the bytes. */
const written = new Map<string, Blob>();

function writtenAt(filePath: string): Blob {
  const file = written.get(filePath);
  if (file === undefined) throw new Error(`no such file or directory ${filePath}`);
  return file;
}

/** Files that were chosen or downloaded are addresses of the browser's own: they are read by fetching them. */
export function fileSystemApi() {
  const manager = refuseUnknown('FileSystemManager', {
    readFile: defineApi<Read>('readFile', async ({ filePath = '', encoding, position = 0, length }) => {
      const source = filePath.startsWith(`${userData}/`) ? writtenAt(filePath) : await fetch(filePath);
      const whole = await source.arrayBuffer();
      const end = length === undefined ? whole.byteLength : position + length;
      if (position < 0 || end > whole.byteLength) throw new Error('the position or length is out of range');
      return { data: inEncoding(whole.slice(position, end), encoding) };
    }),
    writeFile: defineApi<Write>('writeFile', ({ filePath = '', data = '' }) => {
      if (!filePath.startsWith(`${userData}/`)) throw new Error(`permission denied, open ${filePath}`);
      written.set(filePath, new Blob([data]));
    }),
    unlink: defineApi<Write>('unlink', ({ filePath = '' }) => {
      writtenAt(filePath);
      written.delete(filePath);
    }),
  });
  return {
    getFileSystemManager: () => manager,
    shareFileMessage: defineApi<{ filePath: string; fileName: string }>(
      'shareFileMessage',
      ({ filePath = '', fileName = filePath.split('/').at(-1) ?? '' }) => {
        const href = URL.createObjectURL(writtenAt(filePath));
        element('a', { href, download: fileName }).click();
      },
    ),
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
