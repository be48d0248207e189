import { createRequire } from 'node:module';
import { openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(60_000);

type Reply = Readonly<Record<string, unknown>>;
/** What is asked of the two SDKs here beside the database. */
type NodeSdk = {
  getFileAuthority(asked: unknown): Promise<Reply>;
  copyFile(asked: unknown): Promise<Reply>;
  uploadFile(asked: unknown): Promise<Reply>;
  downloadFile(asked: unknown): Promise<{ readonly fileContent: Buffer }>;
  getTempFileURL(asked: unknown): Promise<Reply>;
  callFunction(asked: unknown): Promise<Reply>;
  auth(): { queryUserInfo(asked: unknown): Promise<Reply>; getEndUserInfo(uid: string): Promise<Reply> };
};
type WxSdk = {
  init(options: unknown): void;
  cloudPay: { unifiedOrder(order: unknown): Promise<Reply> };
};

const require = createRequire(__filename);

const databaseActions =
  'addCollection insertDocument getDocument calculateDocument modifyDocument modifyAndReturnDoc removeDocument ' +
  'aggregateDocuments startTransaction commitTransaction abortTransaction';
/** The actions of the admin protocol, as both SDKs send them. */
const known = [
  ...databaseActions.split(' ').map((name) => `database.${name}`),
  'functions.invokeFunction',
  'storage.getUploadMetadata',
  'storage.batchGetDownloadUrl',
  'storage.batchDeleteFile',
  'storage.batchCopyFile',
  'wx.openApi',
  'wx.wxPayApi',
];

let cloud: TestCloud;
let wx: WxSdk;
let node: NodeSdk;
beforeAll(async () => {
  cloud = await openTestCloud();
  Object.assign(process.env, cloud.environment);
  const env = cloud.environment['TCB_ENV'];
  wx = require('wx-server-sdk') as WxSdk;
  wx.init({ env });
  node = (require('@cloudbase/node-sdk') as { init(options: unknown): NodeSdk }).init({ env });
});
afterAll(() => cloud.close());

const failure = async (work: () => Promise<Reply>): Promise<Reply> => {
  try {
    return await work();
  } catch (error) {
    return error as Reply;
  }
};

const ask = async (action: string) => {
  const authorization = `TC3 Credential=${cloud.environment['TENCENTCLOUD_SECRETID']}/tcb`;
  const body = JSON.stringify({ action });
  const response = await fetch(`${cloud.url}/admin`, { method: 'POST', headers: { authorization }, body });
  return (await response.json()) as Reply;
};

describe('the actions of the protocol', () => {
  it.each(known)('%s is known', async (action) => {
    expect(JSON.stringify(await ask(action))).not.toContain('does not know the action');
  });

  it.each([
    'storage.getFileAuthority',
    'auth.getUserInfoForAdmin',
    'wx.wxCallContainerApi',
    'wx.api',
    'database.watch',
  ])('%s is not, and fails by its name', async (action) => {
    const message = `the embedded cloud does not know the action ${action}`;
    expect(await ask(action)).toMatchObject({ code: 'INVALID_PARAM', message });
  });
});

describe('through the real SDKs', () => {
  it('what is not known here fails by its name', async () => {
    for (const asked of [{ uid: 'u1' }, { platform: 'wechat', platformId: 'o' }])
      expect(await failure(() => node.auth().queryUserInfo(asked))).toMatchObject({
        code: 'INVALID_PARAM',
        message: expect.stringContaining('auth.getUserInfoForAdmin') as string,
      });
    process.env['WX_OPENID'] = 'oReader';
    const fileList = [{ path: 'a.txt', type: 'READ' }];
    const refused = await failure(() => node.getFileAuthority({ fileList }));
    delete process.env['WX_OPENID'];
    expect(refused).toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('files are copied and moved, each with its own answer', async () => {
    await node.uploadFile({ cloudPath: 'from/a.txt', fileContent: Buffer.from('红楼梦') });
    const copied = await node.copyFile({
      fileList: [
        { srcPath: 'from/a.txt', dstPath: 'to/a.txt' },
        { srcPath: 'from/none.txt', dstPath: 'to/none.txt' },
      ],
    });
    expect(copied['fileList']).toMatchObject([{ code: 'SUCCESS' }, { code: 'STORAGE_FILE_NONEXIST' }]);
    const fileID = 'cloud://test-env.local/to/a.txt';
    expect((await node.downloadFile({ fileID })).fileContent.toString()).toBe('红楼梦');
    const kept = { srcPath: 'from/a.txt', dstPath: 'to/a.txt', overwrite: false };
    expect((await node.copyFile({ fileList: [kept] }))['fileList']).toMatchObject([
      { code: 'STORAGE_FILE_EXIST' },
    ]);
    await node.copyFile({ fileList: [{ ...kept, overwrite: true, removeOriginal: true }] });
    const gone = await node.getTempFileURL({ fileList: ['cloud://test-env.local/from/a.txt', fileID] });
    expect(gone['fileList']).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }, { code: 'SUCCESS' }]);
  });

  it('a payment is answered only as scripted, and recorded', async () => {
    const order = { body: '逾期费用', outTradeNo: 'f1', totalFee: 50 };
    const unscripted = await failure(() => wx.cloudPay.unifiedOrder(order));
    expect(JSON.stringify(unscripted)).toContain('has no scripted answer');
    const answer = { errcode: 0, returnCode: 'SUCCESS', resultCode: 'SUCCESS' };
    await cloud.post('/workbench/openapi-answers', { api: 'cloudPay.unifiedOrder', answers: [answer] });
    expect(await wx.cloudPay.unifiedOrder(order)).toMatchObject({ returnCode: 'SUCCESS' });
    const { messages } = (await cloud.get('/workbench/outbox')).body as { messages: Reply[] };
    expect(messages.at(-1)).toMatchObject({ api: 'cloudPay.unifiedOrder', answer });
    expect(JSON.stringify(messages.at(-1)?.['arguments'])).toContain('f1');
  });

  it('a script calls a function as nobody', async () => {
    const { result } = await node.callFunction({ name: 'timed', data: { a: 1 } });
    expect(result).toMatchObject({ event: { a: 1 }, openid: null });
  });
});
