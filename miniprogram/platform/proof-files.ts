import type { ChosenFile, ProofFiles } from '../stores/membership/proof-list';

const extensionOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

async function choosePhotos(count: number): Promise<readonly ChosenFile[]> {
  try {
    const { tempFiles } = await wx.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    });
    return tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, bytes: size, isPicture: true }));
  } catch {
    return [];
  }
}

async function chooseDocuments(count: number): Promise<readonly ChosenFile[]> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({
      count,
      type: 'file',
      extension: ['pdf', 'jpg', 'jpeg', 'png'],
    });
    return tempFiles.map(({ path, name, size }) => ({
      path,
      bytes: size,
      isPicture: extensionOf(name) !== 'pdf',
    }));
  } catch {
    return [];
  }
}

/** A part of a file in base64. The reading callbacks of WeChat have no promises. */
const readPart = (filePath: string, position: number, length: number): Promise<string> =>
  new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      position,
      length,
      success: ({ data }) => resolve(data as string),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/** Choosing and reading files on the phone; a patron who turns back or refuses has chosen none. */
export const proofFiles: ProofFiles = { choosePhotos, chooseDocuments, readPart };

/** Shows a picture, on the phone or behind a link, over the whole screen. */
export const showPicture = (url: string): void => {
  wx.previewImage({ urls: [url], fail: () => {} });
};

/** Shows a PDF of the phone. Whether it could. */
const showDocument = async (filePath: string): Promise<boolean> => {
  try {
    await wx.openDocument({ filePath, fileType: 'pdf' });
    return true;
  } catch {
    return false;
  }
};

/** Fetches a PDF from behind a link and shows it. Whether it could. */
export async function showLinkedDocument(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.downloadFile({
      url,
      success: ({ tempFilePath }) => resolve(showDocument(tempFilePath)),
      fail: () => resolve(false),
    });
  });
}

/** Shows a file that was just chosen. */
export const showChosen = async ({
  path,
  isPicture,
}: Pick<ChosenFile, 'path' | 'isPicture'>): Promise<void> => {
  if (isPicture) showPicture(path);
  else await showDocument(path);
};
