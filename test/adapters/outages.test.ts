import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wxDatabase } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { membership } from '../../cloudfunctions/membership/contract';
import { membershipHandlers } from '../../cloudfunctions/membership/function/handlers';
import { sdksAt } from '../cloud/database/support/sdks';
import { serving, told } from '../support/serving';

const now = () => new Date('2026-11-22T04:00:00Z');

// As the database answers; where the connection breaks the SDK says `socket hang up` (see serve.test).
const busy = JSON.stringify({
  code: 'DATABASE_TRANSACTION_FAIL',
  message: '[ResourceUnavailable.TransactionBusy] Transaction is busy, please retry later.',
});

test('a database that is too busy for any call leaves each action of membership to be asked for again', async () => {
  const server = createServer((_, response) => response.end(busy));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sdksAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`);
  const database = wxDatabase();
  const { as } = serving(membership, membershipHandlers(database, now, scryptPins(2)), { database, now });
  const details = { cardNumber: '2021000001', name: '林知夏', pin: '000000', requestKey: 'request-1' };
  for (const [action, input] of [
    ['session', {}],
    ['keptData', {}],
    ['exportData', {}],
    ['consents', {}],
    ['bindCard', details],
    ['unbindCard', { requestKey: 'request-2' }],
    ['digitalCard', {}],
    ['staffMembers', {}],
  ] as const)
    expect([action, told(await as('o-1')(action, input))]).toEqual([action, 'unavailable']);
  server.closeAllConnections();
  server.close();
});
