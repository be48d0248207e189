import { membership } from '../../cloudfunctions/membership/contract';
import { staffIdOf } from '../../cloudfunctions/membership/adapters/code-seals';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { membershipHandlers } from '../../cloudfunctions/membership/function/handlers';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { serving, told, type Ask } from '../support/serving';

jest.setTimeout(600_000);
let memory: MemoryDatabase;
let as: (openid: string) => Ask;
const now = () => new Date();

beforeAll(async () => {
  memory = await openMemoryDatabase();
  const { database } = memory;
  ({ as } = serving(membership, membershipHandlers(database, now, scryptPins(2)), { database, now }));
});
afterAll(() => memory.close());

const staff = () => memory.database.collection('staff');
const admins = async () =>
  ((await staff().where({ role: 'admin' }).get()) as { data: { _id: string }[] }).data.map(({ _id }) => _id);
let key = 0;
const remove = async (by: string, whom: string): Promise<string> => {
  const input = { staffId: staffIdOf(whom), reason: '离职', requestKey: `remove-${(key += 1)}-key` };
  return told(await as(by)('removeStaff', input));
};

test.each<[string, readonly (readonly [string, string])[]]>([
  [
    'two admins who remove each other',
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
  ],
  [
    'two admins who each go',
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  ],
  [
    'three admins, each removing the next',
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ],
  ],
])('%s at the same moment leave one at least; fifty times', async (_, removals) => {
  for (let round = 0; round < 50; round += 1) {
    const openid = (name: string) => `o-${name}-${key}-${round}`;
    const wanted = removals.map(([by, whom]) => [openid(by), openid(whom)] as const);
    await staff().where({ role: 'admin' }).remove();
    for (const [_id] of wanted)
      await staff()
        .doc(_id)
        .set({ data: { role: 'admin' } });
    const codes = await Promise.all(wanted.map(([by, whom]) => remove(by, whom)));
    const left = await admins();
    expect(left.length).toBeGreaterThan(0);
    expect(left).toHaveLength(wanted.length - codes.filter((code) => code === 'ok').length);
    expect(codes).toContain('ok');
    expect(['forbidden', 'last-admin', 'no-such-member', 'ok']).toEqual(expect.arrayContaining(codes));
  }
});
