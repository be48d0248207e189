import { element } from '../frame/element';
import type { Phone } from '../phone';
import { defineApi } from './define-api';
import { requirePrivacy } from './privacy';

interface Choose {
  count: number;
  mediaType: string[];
  type: string;
  extension: string[];
}

/** Choosing pictures and files: the browser's own file dialog. */
export function filesApi(phone: Phone) {
  return {
    chooseImage: defineApi<Choose>('chooseImage', async ({ count = 9 }) => {
      await requirePrivacy(phone);
      const files = await chooseFiles('image/*', count);
      const tempFiles = files.map((file) => ({ path: localPath(file), size: file.size }));
      return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles };
    }),
    chooseMedia: defineApi<Choose>('chooseMedia', async ({ count = 9, mediaType = ['image', 'video'] }) => {
      await requirePrivacy(phone);
      const files = await chooseFiles(mediaType.map((type) => `${type}/*`).join(), count);
      const tempFiles = files.map((file) => ({
        tempFilePath: localPath(file),
        size: file.size,
        fileType: file.type.startsWith('video/') ? 'video' : 'image',
      }));
      return { tempFiles, type: mediaType.length > 1 ? 'mix' : mediaType[0] };
    }),
    chooseMessageFile: defineApi<Choose>(
      'chooseMessageFile',
      async ({ count = 100, type, extension = [] }) => {
        await requirePrivacy(phone);
        const accept =
          type === 'image' ? 'image/*' : extension.map((end) => `.${end.replace('.', '')}`).join();
        const files = await chooseFiles(accept, count);
        return { tempFiles: files.map(describeMessageFile) };
      },
    ),
  };
}

function describeMessageFile(file: File): object {
  const type = /^(image|video)\//.exec(file.type)?.[1] ?? 'file';
  return { path: localPath(file), name: file.name, size: file.size, time: file.lastModified / 1000, type };
}

/** @throws Error `cancel` when nothing was chosen. */
function chooseFiles(accept: string, count: number): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const input = element('input', { type: 'file', accept, multiple: count > 1, hidden: true });
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, count)));
    input.addEventListener('cancel', () => reject(new Error('cancel')));
    document.body.append(input);
    input.click();
    input.remove();
  });
}

/** A path that an image, an upload and a look at the extension can use. */
function localPath(file: File): string {
  return `${URL.createObjectURL(file)}#${encodeURIComponent(file.name)}`;
}
