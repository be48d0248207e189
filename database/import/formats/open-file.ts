import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { UnreadableFile } from './unreadable-file';

/** A file to import: its first bytes (already unpacked) to tell what it is, and the whole as a stream or at once. */
export type OpenFile = {
  readonly name: string;
  readonly sample: Buffer;
  /** The packed size, for a progress bar. */
  readonly size: number;
  /** The content, unpacked, from its beginning; `onRead` hears how many packed bytes were read. Once only. */
  readonly chunks: (onRead: (bytes: number) => void) => AsyncIterable<Buffer>;
  readonly content: () => Promise<Buffer>;
};

/** Blanks, line breaks, a byte order mark, and the zeros of a file whose space was never written. */
const isBlank = (byte: number): boolean => [0x20, 0x09, 0x0a, 0x0d, 0x00, 0xef, 0xbb, 0xbf].includes(byte);

const sampleLength = 262_144;

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

const streamOf = (path: string, packed: boolean, onRead: (bytes: number) => void): AsyncIterable<Buffer> => {
  const source = createReadStream(path);
  source.on('data', (chunk) => onRead(chunk.length));
  // Errors reach the reader through the last stream of the pipeline, hence no work in its callback.
  return packed ? pipeline(source, createGunzip(), () => undefined) : source;
};

const readHead = async (path: string): Promise<Buffer> => {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const takeSample = async (chunks: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= sampleLength) break;
  }
  return Buffer.concat(parts).subarray(0, sampleLength);
};

/** Opens a file, `.gz` or plain. Throws the file system's or gzip's error when it cannot be read, `UnreadableFile` when
 * nothing is in it. */
export const openFile = async (path: string): Promise<OpenFile> => {
  const { size } = await stat(path);
  const packed = isGzip(await readHead(path));
  const sample = await takeSample(streamOf(path, packed, () => undefined));
  if (sample.every(isBlank)) throw new UnreadableFile('empty-file', 'there is nothing in it');
  return {
    name: basename(path),
    sample,
    size,
    chunks: (onRead) => streamOf(path, packed, onRead),
    content: () => readFile(path),
  };
};
