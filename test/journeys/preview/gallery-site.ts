import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildPreview } from '../../../local/preview/build/build-preview';
import type { Site } from '../journey';

/** A day and five hours: the gallery's cloud is ahead of the computer. */
export const clockOffsetMs = 29 * 3_600_000;

const projectRoot = join(__dirname, '../../..');

/** The gallery's own mini program, built into a folder of its own, with miniprogram_npm beside it. */
export async function buildGallery(): Promise<{ source: string; out: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  const [source, out] = [join(folder, 'miniprogram'), join(folder, 'out')];
  await cp(join(__dirname, 'gallery'), source, { recursive: true });
  await symlink(join(projectRoot, 'miniprogram/miniprogram_npm'), join(source, 'miniprogram_npm'));
  await buildPreview({ projectRoot: folder, outFolder: out });
  return { source, out, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Serves the gallery, and a cloud whose one function answers with what it was given; `fails` refuses. */
export async function serveGallery(): Promise<Site> {
  const { out, remove } = await buildGallery();
  const server = createServer((request, response) => {
    void answer(out, request, response);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => void server.close(closed));
      await remove();
    },
  };
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://gallery');
  if (pathname === '/workbench/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': nothing happens\n\n');
    return;
  }
  if (pathname.startsWith('/phone/') || pathname.startsWith('/workbench/')) {
    const reply = answerCloud(pathname, await text(request));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(reply));
    return;
  }
  const file = await readFile(join(folder, pathname)).catch(() => undefined);
  response.setHeader('content-type', types[extname(pathname)] ?? 'application/octet-stream');
  response.writeHead(file ? 200 : 404).end(file);
}

function answerCloud(path: string, body: string): object {
  if (path === '/workbench/clock') return { offsetMs: clockOffsetMs };
  if (path === '/phone/upload') return { fileID: `cloud://gallery/${body.length}` };
  const call = JSON.parse(body || '{}') as { name?: string };
  if (call.name === 'fails') return { errCode: -504002, errMsg: 'function failed', requestId: 'request-1' };
  return { result: { given: call }, requestId: 'request-1' };
}
