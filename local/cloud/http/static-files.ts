import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BadRequest, type Exchange } from './exchange';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Sends a file of `folder`, `index.html` for the folder itself; nothing outside it can be named. */
export const sendFile = async (folder: string, { response, params }: Exchange): Promise<void> => {
  const root = resolve(folder);
  const name = params['rest'] || 'index.html';
  const file = resolve(root, name);
  const found = file.startsWith(root + sep) ? await stat(file).catch(() => undefined) : undefined;
  if (!found?.isFile()) throw new BadRequest('no-such-page', `no ${name} here`, 404);
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    // The preview is rebuilt while it is looked at.
    'cache-control': 'no-store',
  });
  await pipeline(createReadStream(file), response);
};
