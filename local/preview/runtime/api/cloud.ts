import type { Phone } from '../phone';
import { ApiFailure, defineApi } from './define-api';
import { refuseUnknown } from './refuse-unknown';

interface Call {
  name: string;
  data: unknown;
}

interface Upload {
  cloudPath: string;
  filePath: string;
}

interface TempUrls {
  fileList: (string | { fileID: string })[];
}

/** wx.cloud, whose calls go to the embedded cloud as the person chosen in the workbench. */
export function cloudApi({ device }: Phone) {
  const post = async (api: string, url: string, body: BodyInit): Promise<Record<string, unknown>> => {
    const fail = (errCode: number, reason: string): never => {
      const errMsg = reason.startsWith('cloud.') ? reason : `cloud.${api}:fail ${reason}`;
      throw new ApiFailure(reason, { errCode, errMsg });
    };
    if (!device.settings.online) return fail(-1, 'request:fail network is down');
    const response = await fetch(url, { method: 'POST', body }).catch(() => fail(-1, 'request:fail'));
    const reply = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    if (!response.ok || Number(reply['errCode'] ?? 0) !== 0) {
      const code = Number(reply['errCode'] ?? -1);
      const message = (reply['errMsg'] as string | undefined) ?? `HTTP ${response.status}`;
      console.error(`${api}: ${message} (request ${String(reply['requestId'])})`);
      return fail(code, message);
    }
    return reply;
  };
  const openid = (): string => device.settings.openid;

  const cloud = {
    init: (): void => undefined,
    callFunction: defineApi<Call>('cloud.callFunction', async ({ name, data = {} }) => {
      const reply = await post(
        'callFunction',
        '/phone/call',
        JSON.stringify({ openid: openid(), name, data }),
      );
      return { result: reply['result'], requestID: reply['requestId'] };
    }),
    uploadFile: defineApi<Upload>('cloud.uploadFile', async ({ cloudPath = '', filePath = '' }) => {
      const file = await (await fetch(filePath)).blob();
      const query = new URLSearchParams({ openid: openid(), cloudPath });
      const { fileID } = await post('uploadFile', `/phone/upload?${query.toString()}`, file);
      return { fileID, statusCode: 200 };
    }),
    getTempFileURL: defineApi<TempUrls>('cloud.getTempFileURL', async ({ fileList = [] }) => {
      const body = JSON.stringify({ openid: openid(), fileList });
      const reply = await post('getTempFileURL', '/phone/temp-urls', body);
      return { fileList: reply['fileList'] };
    }),
  };
  return { cloud: refuseUnknown('wx.cloud', cloud) };
}
