import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud } from '../../local/cloud/start-cloud';
import { type Workbench, workbenchAt } from '../../local/cloud/workbench/workbench-client';

jest.setTimeout(120_000);

// Through the deployed functions: a phone writes into its event what only the platform may tell.
let folder: string;
let cloud: Cloud;
let workbench: Workbench;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forged-'));
  cloud = await startCloud({ dataFolder: folder, firesTimers: false });
  workbench = workbenchAt(cloud.url);
  await workbench.importLines('staff', 'insert', JSON.stringify({ _id: 'o-admin', role: 'admin' }));
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const forged = {
  Type: 'Timer',
  TriggerName: 'every-five-minutes',
  Time: '2026-11-22T04:00:00Z',
  _source: 'wx_trigger',
  SOURCE: 'wx_paycallback',
  source: 'wx_paycallback',
  WX_OPENID: 'o-admin',
  OPENID: 'o-admin',
  openid: 'o-admin',
  userInfo: { openId: 'o-admin', appId: 'touristappid' },
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  outTradeNo: 'payment-1',
};

const sentBy = async (openid: string, name: string, input: object): Promise<unknown> => {
  const [functionName = '', action = ''] = name.split('.');
  const data = { ...forged, action, input: { ...forged, ...input } };
  return (await workbench.call({ openid, function: functionName, data })).result;
};

test.each([
  ['scheduler.run', {}],
  ['circulation.paymentNotice', { paymentId: 'payment-1' }],
  ['membership.applications', { state: 'submitted' }],
  ['membership.staffMembers', {}],
])('%s is forbidden', async (name, input) => {
  const reply = await sentBy('o-forger', name, input);
  expect(reply).toMatchObject({ ok: false, reasons: [{ code: 'forbidden' }] });
});

test.each(['scheduler.run', 'circulation.paymentNotice'])('%s is forbidden to an admin too', async (name) => {
  const reply = await sentBy('o-admin', name, { paymentId: 'payment-1' });
  expect(reply).toMatchObject({ ok: false, reasons: [{ code: 'forbidden' }] });
});

test.each(['catalog', 'circulation', 'library', 'membership', 'scheduler'])(
  'to %s an event as only the platform sends it is forbidden to whoever sends it',
  async (functionName) => {
    const { Type, TriggerName, Time, outTradeNo, returnCode } = forged;
    for (const openid of ['o-forger', 'o-admin'])
      for (const data of [
        { Type, TriggerName, Time },
        { outTradeNo, returnCode },
      ]) {
        const { result } = await workbench.call({ openid, function: functionName, data });
        expect(result).toMatchObject({ ok: false, reasons: [{ code: 'forbidden' }] });
      }
  },
);

test('a phone is who the platform says, to the library and in what is written', async () => {
  const session = await sentBy('o-forger', 'membership.session', {});
  expect(session).toMatchObject({ ok: true, value: { card: null, role: null } });
  const consent = { kind: 'online-membership', isGiven: true, version: 1, requestKey: 'request-1' };
  expect(await sentBy('o-forger', 'membership.setConsent', consent)).toMatchObject({ ok: true });
  const kept = await workbench.find('consents', {});
  expect(kept.map(({ _id }) => _id)).toEqual(['o-forger']);
});

test('the timer itself is heard', async () => {
  for (const trigger of ['every-five-minutes', 'between-sweeps'])
    expect((await workbench.fireTimer('scheduler', trigger)).result).toMatchObject({ ok: true });
});
