import * as v from 'valibot';
import { isOutage } from '../../cloudfunctions/kernel/wechat/outage';
import { Busy } from '../../cloudfunctions/kernel/busy';
import type { Contract } from '../../cloudfunctions/kernel/contract';
import { ok, refuse } from '../../cloudfunctions/kernel/result';
import { serve, type Caller } from '../../cloudfunctions/kernel/serve';
import type { Identities } from '../../cloudfunctions/kernel/session';

const contract = {
  renew: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ barcode: v.string(), days: v.optional(v.number(), 30) }),
    output: v.object({ dueOn: v.string() }),
    refusals: { 'already-renewed': v.object({}) },
  },
} as const satisfies Contract;

const nobodyKnown: Identities = {
  cardOf: () => Promise.resolve({ state: 'none' }),
  roleOf: () => Promise.resolve(null),
  linkedPatron: () => Promise.resolve(null),
};

type Line = Readonly<Record<string, unknown>>;
type Renew = () => Promise<ReturnType<typeof ok<{ dueOn: string }>> | ReturnType<typeof refused>>;
const refused = () => refuse({ code: 'already-renewed' as const });
const phone: Caller = { kind: 'phone', openid: 'o-ann' };

const renewed: Renew = () => Promise.resolve(ok({ dueOn: '2026-12-21' }));

/** A function whose calls take 7 ms. */
const calling = (caller: Caller | undefined, renew = renewed, instant = '2026-11-21T15:30:00Z') => {
  const lines: Line[] = [];
  let at = Date.parse(instant) - 7;
  const seen: unknown[] = [];
  const main = serve(
    contract,
    {
      renew: (who, input) => {
        seen.push([who, input]);
        return renew();
      },
    },
    {
      identify: () => caller,
      identities: nobodyKnown,
      now: () => new Date((at += 7)),
      requestId: () => 'r-1',
      isOutage,
      log: (line) => lines.push(line),
    },
  );
  return { main, lines, seen };
};

const asked = { action: 'renew', input: { barcode: 'c1' } };

test.each<[string, unknown, Caller | undefined, string]>([
  ['no event', undefined, phone, 'invalid-request'],
  ['an event that is no object', 'renew', phone, 'invalid-request'],
  ['no action', { input: {} }, phone, 'invalid-request'],
  ['an unknown action', { ...asked, action: 'burn' }, phone, 'invalid-request'],
  ['an action that every object has', { ...asked, action: 'constructor' }, phone, 'invalid-request'],
  ['an action that prototypes have', { ...asked, action: '__proto__' }, phone, 'invalid-request'],
  ['an inherited action', Object.create(asked), phone, 'invalid-request'],
  ['an action in a list', { ...asked, action: ['renew'] }, phone, 'invalid-request'],
  ['nobody', asked, undefined, 'signed-out'],
  ['another kind of caller', asked, { kind: 'timer', openid: '' }, 'forbidden'],
  ['one who says to be another', { ...asked, openid: 'o-bob', kind: 'phone' }, undefined, 'signed-out'],
  ['no input', { action: 'renew' }, phone, 'invalid-request'],
  ['an operator for a text', { ...asked, input: { barcode: { $gt: '' } } }, phone, 'invalid-request'],
])('%s is answered with a fault and never reaches the action', async (_, event, caller, code) => {
  const { main, lines, seen } = calling(caller);
  expect(await main(event)).toEqual({
    ok: false,
    reasons: [{ code, requestId: 'r-1' }],
    libraryDay: '2026-11-21',
  });
  expect(seen).toEqual([]);
  expect(lines).toMatchObject([{ requestId: 'r-1', ms: 7, outcome: [code] }]);
});

test('a whole request reaches the action with who calls and the input as the contract reads it', async () => {
  const { main, lines, seen } = calling(phone);
  const event = { ...asked, input: { barcode: 'c1', isStaff: true } };
  expect(await main(event)).toEqual({ ok: true, value: { dueOn: '2026-12-21' }, libraryDay: '2026-11-21' });
  expect(seen).toEqual([[phone, { barcode: 'c1', days: 30 }]]);
  expect(lines).toEqual([{ requestId: 'r-1', action: 'renew', ms: 7, outcome: 'ok' }]);
});

test('a refusal is passed on as it is', async () => {
  const { main, lines } = calling(phone, () => Promise.resolve(refused()));
  expect(await main(asked)).toMatchObject({ ok: false, reasons: [{ code: 'already-renewed' }] });
  expect(lines).toMatchObject([{ outcome: ['already-renewed'] }]);
});

const duplicateKey = Object.assign(
  new Error('E11000 dup key: { _id: "2026-11-21/我的秘密"\n    at 我的秘密 }'),
  {
    errCode: -502001,
  },
);

test.each<[string, Renew]>([
  [
    'throws',
    () => {
      throw duplicateKey;
    },
  ],
  ['rejects', () => Promise.reject(duplicateKey)],
])(
  'an action that %s is unexpected; the log tells where and what kind, not what was said',
  async (_, renew) => {
    const { main, lines } = calling(phone, renew);
    expect(await main(asked)).toEqual({
      ok: false,
      reasons: [{ code: 'unexpected', requestId: 'r-1' }],
      libraryDay: '2026-11-21',
    });
    expect(lines).toMatchObject([{ error: 'Error', code: -502001, outcome: ['unexpected'] }]);
    expect(lines[0]?.['at']).toEqual(expect.arrayContaining([expect.stringContaining('serve.test.ts')]));
    expect(JSON.stringify(lines)).not.toContain('我的秘密');
  },
);

test.each([
  [
    'was cut off',
    { message: 'collection.count:fail -501001 resource system error. socket hang up' },
    'unavailable',
  ],
  [
    'was not answered in time',
    { errMsg: 'collection.get:fail -501001 resource system error. request timeout' },
    'unavailable',
  ],
  ['was not reached', { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:80' }, 'unavailable'],
  [
    'lost its transaction',
    { message: '[ResourceUnavailable.TransactionNotExist] Transaction does not exist' },
    'unavailable',
  ],
  [
    'was refused by the database',
    { message: 'collection.get:fail -501001 resource system error. bad query' },
    'unexpected',
  ],
])('a call that %s is answered so', async (_, told, code) => {
  const { main } = calling(phone, () => Promise.reject(Object.assign(new Error(), told)));
  expect(await main(asked)).toMatchObject({ ok: false, reasons: [{ code, requestId: 'r-1' }] });
});

test('an action that others kept from its documents may be asked for again', async () => {
  const { main, lines } = calling(phone, () => Promise.reject(new Busy('held')));
  expect(await main(asked)).toMatchObject({
    ok: false,
    reasons: [{ code: 'unavailable', requestId: 'r-1' }],
  });
  expect(lines).toMatchObject([{ error: 'Busy', outcome: ['unavailable'] }]);
});

test.each([
  ['2026-11-21T15:59:59.999Z', '2026-11-21'],
  ['2026-11-21T16:00:00.000Z', '2026-11-22'],
])('a call at %s is answered on %s, the day at the library', async (instant, day) => {
  expect(await calling(phone, renewed, instant).main(asked)).toMatchObject({ libraryDay: day });
  expect(await calling(phone, renewed, instant).main({})).toMatchObject({ ok: false, libraryDay: day });
});
