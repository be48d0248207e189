import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { CloudError } from '../cloud-error';
import { BadRequest, type Exchange, type Route } from '../http/exchange';
import type { SignedLinks } from './signed-links';
import { checkPath, type Storage } from './storage';

/** The object store answers in XML, and the SDK looks for these four elements. */
const xmlError = (code: string, message: string): string =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
  `<Resource/><RequestId>${randomUUID()}</RequestId><TraceId>local</TraceId></Error>`;

const refuse = ({ response, request }: Exchange, code: string, message: string, status: number) => {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(xmlError(code, message));
  request.resume();
};

const takeUpload = async (storage: Storage, links: SignedLinks, exchange: Exchange): Promise<void> => {
  const { request, response, url, params } = exchange;
  const path = checkPath(params['rest']);
  const sign = request.headers['authorization'] ?? '';
  if (!links.allows({ verb: 'put', path }, sign, url.searchParams.get('t') ?? ''))
    return refuse(exchange, 'AccessDenied', 'the upload permit is not genuine, or over', 403);
  const contentType = request.headers['content-type'] ?? 'application/octet-stream';
  try {
    await storage.save(path, request, contentType, null);
  } catch (error) {
    if (error instanceof CloudError) return refuse(exchange, 'EntityTooLarge', error.message, 400);
    throw error;
  }
  response.writeHead(200).end();
};

const sendDownload = async (storage: Storage, links: SignedLinks, exchange: Exchange): Promise<void> => {
  const { request, response, url, params } = exchange;
  const path = checkPath(params['rest']);
  const { sign = '', t = '' } = Object.fromEntries(url.searchParams);
  if (!links.allows({ verb: 'get', path }, sign, t))
    return refuse(exchange, 'AccessDenied', 'the link is not genuine, or over', 403);
  const file = storage.find(path);
  if (!file) return refuse(exchange, 'NoSuchKey', 'The specified key does not exist.', 404);
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': file.size,
    // What a patron uploaded must never run as a page of this origin.
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(storage.open(file), response);
};

const withCheckedPath = (handle: (exchange: Exchange) => Promise<void>) => async (exchange: Exchange) => {
  try {
    await handle(exchange);
  } catch (error) {
    if (error instanceof CloudError) throw new BadRequest(error.code, error.message);
    throw error;
  }
};

/** Uploads and downloads by signed link, as the object store behind the cloud's storage takes them. */
export const storageRoutes = (storage: Storage, links: SignedLinks): readonly Route[] => [
  {
    method: 'PUT',
    path: '/storage/*',
    handle: withCheckedPath((exchange) => takeUpload(storage, links, exchange)),
  },
  {
    method: 'GET',
    path: '/storage/*',
    handle: withCheckedPath((exchange) => sendDownload(storage, links, exchange)),
  },
];
