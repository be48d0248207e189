import * as v from 'valibot';
import { CloudError } from '../cloud-error';
import { phoneMessage } from '../functions/execution-error';
import type { FunctionHost } from '../functions/function-host';
import { phone, phoneEvent } from '../functions/identity';
import { readJson } from '../http/body';
import { BadRequest, type Exchange, type Route, sendJson } from '../http/exchange';
import { JsonObject } from '../http/json-object';
import type { FileService } from '../storage/file-service';
import { checkPath, type Storage } from '../storage/storage';
import type { StorageRule } from '../storage/storage-rule';

export type PhoneOptions = {
  readonly host: FunctionHost;
  readonly appid: string;
  readonly storage: Storage;
  readonly files: FileService;
  readonly rule: StorageRule;
};

/** As WeChat makes them, and any id that a test or the workbench invents in the same alphabet. */
export const Openid = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'not an openid'));
const CallBody = v.object({ openid: Openid, name: v.string(), data: v.optional(JsonObject, {}) });
const LinksBody = v.object({ openid: Openid, fileList: v.array(v.unknown()) });

/** The numbers that the phone's storage API fails with, of the SDK's table. */
const storageErrors: Readonly<Record<string, number>> = {
  INVALID_PARAM: -501007,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
};

const sendStorageError = ({ response, request }: Exchange, error: unknown, api: string): void => {
  if (!(error instanceof CloudError)) throw error;
  const errCode = storageErrors[error.code] ?? -501001;
  sendJson(response, { errCode, errMsg: `cloud.${api}:fail ${errCode} ${error.message}` });
  request.resume();
};

const call = async ({ host, appid }: PhoneOptions, { request, response }: Exchange): Promise<void> => {
  const { openid, name, data } = await readJson(request, CallBody);
  const { requestId, outcome } = await host.call(name, phoneEvent(appid, openid, data), phone(openid));
  if ('result' in outcome) sendJson(response, { result: JSON.parse(outcome.result) as unknown, requestId });
  else {
    const { error } = outcome;
    sendJson(response, { errCode: error.errCode, errMsg: phoneMessage(error), requestId });
  }
};

const upload = async (options: PhoneOptions, exchange: Exchange): Promise<void> => {
  const { request, response, url } = exchange;
  const openid = v.safeParse(Openid, url.searchParams.get('openid'));
  if (!openid.success) throw new BadRequest('bad-shape', 'openid: not an openid');
  try {
    const path = checkPath(url.searchParams.get('cloudPath'));
    const owner = options.storage.find(path)?.openid;
    // A new file is its uploader's; one that is there stays its owner's.
    options.rule.checkWrite({ openid: openid.output, owner: owner === undefined ? openid.output : owner });
    const contentType = request.headers['content-type'] ?? 'application/octet-stream';
    await options.storage.save(path, request, contentType, openid.output);
    sendJson(response, { fileID: options.files.fileId(path), errMsg: 'cloud.uploadFile:ok' });
  } catch (error) {
    sendStorageError(exchange, error, 'uploadFile');
  }
};

const links = async ({ files, rule }: PhoneOptions, exchange: Exchange): Promise<void> => {
  const { openid, fileList } = await readJson(exchange.request, LinksBody);
  const asked = fileList.map((each) =>
    typeof each === 'object' && each !== null && 'fileID' in each
      ? { fileId: each.fileID, maxAgeSeconds: 'maxAge' in each ? Number(each.maxAge) : undefined }
      : { fileId: each },
  );
  try {
    const found = files.links(asked, (file) => rule.checkRead({ openid, owner: file.openid }));
    const fileListReply = found.map(({ code, fileID, tempFileURL, maxAge }) => ({
      fileID,
      tempFileURL,
      ...(maxAge === undefined ? {} : { maxAge }),
      status: code === 'SUCCESS' ? 0 : (storageErrors[code] ?? -501001),
      errMsg: code === 'SUCCESS' ? 'ok' : code,
    }));
    sendJson(exchange.response, { fileList: fileListReply });
  } catch (error) {
    sendStorageError(exchange, error, 'getTempFileURL');
  }
};

/** What the preview's phone may ask: to call functions, to upload, and for links; all as the person it names. */
export const phoneRoutes = (options: PhoneOptions): readonly Route[] => [
  { method: 'POST', path: '/phone/call', handle: (exchange) => call(options, exchange) },
  { method: 'POST', path: '/phone/upload', handle: (exchange) => upload(options, exchange) },
  { method: 'POST', path: '/phone/temp-urls', handle: (exchange) => links(options, exchange) },
];
