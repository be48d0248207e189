import { sample } from 'fast-check';
import { familyRights } from '../../cloudfunctions/kernel/contract';
import { hardTexts, inputsOf } from '../support/inputs-of';
import { told, type SomeReply } from '../support/serving';
import { askers, cards, links } from './askers';
import { table, type Cell, type Row } from './table';
import { contracts, openWorld, type World } from './world';

jest.setTimeout(60_000);

const actions = Object.entries(contracts).flatMap(([functionName, contract]) =>
  Object.keys(contract).map((action) => `${functionName}.${action}`),
);
const rows: Readonly<Record<string, Row>> = table;

test('every action has its row, and every row its action', () => {
  expect(Object.keys(rows).toSorted()).toEqual(actions.toSorted());
});

/** What a phone might write into its event to be taken for somebody else. */
const forged = {
  Type: 'Timer',
  TriggerName: 'every-five-minutes',
  userInfo: { openId: 'o-admin' },
  openid: 'o-admin',
  role: 'admin',
  kind: 'payment-platform',
  source: 'wx_trigger',
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
};

const someTexts = [
  'request-9',
  ...Object.values(cards),
  ...Object.values(links),
  'main',
  '2026-03-31',
].filter((text) => !hardTexts.includes(text));

const actionOf = (name: string) => {
  const [functionName = '', action = ''] = name.split('.');
  const found = contracts[functionName]?.[action];
  if (found === undefined) throw new Error(`no action ${name}`);
  return { functionName, action, contract: found };
};

const someInput = (name: string): object => {
  const { contract } = actionOf(name);
  return sample(inputsOf(contract.input, someTexts), { seed: 7, numRuns: 1 })[0] as object;
};

/** How a reply reads as a cell: a refusal of the action's own is `allowed` where the row does not ask for that one. */
const asCell = (reply: SomeReply, name: string, expected: Cell): string => {
  const code = told(reply);
  if (expected === `refused: ${code}`) return expected;
  return reply.ok || Object.hasOwn(actionOf(name).contract.refusals, code) ? 'allowed' : code;
};

/** With a forged event only those ask who are kept out: to the others it could give nothing. */
const cellsOf = async (world: World, name: string, event?: object): Promise<Record<string, string>> => {
  const { functionName, action } = actionOf(name);
  const cells: Record<string, string> = {};
  for (const asker of askers) {
    const expected = rows[name]?.cells[asker] ?? 'forbidden';
    if (event !== undefined && (expected === 'allowed' || expected.startsWith('refused'))) continue;
    const input = rows[name]?.input?.(asker) ?? someInput(name);
    const reply = await world.askAs(asker, functionName)(action, input, event);
    cells[asker] = asCell(reply, name, expected);
  }
  return cells;
};

// One world at a time: the SDK talks to the one that was opened last.
let world: World;
let isOpen = false;
let isUsedUp = true;
const renewWorld = async (): Promise<void> => {
  if (!isUsedUp) return;
  if (isOpen) await world.close();
  world = await openWorld();
  [isOpen, isUsedUp] = [true, false];
};
afterAll(() => world.close());

describe.each(actions)('%s', (name) => {
  const endsSomething = rows[name]?.endsSomething === true;
  beforeAll(async () => {
    isUsedUp ||= endsSomething;
    await renewWorld();
  });
  afterAll(() => {
    isUsedUp ||= endsSomething;
  });

  test('is for those whom the table names and for no others, whatever a phone writes into its event', async () => {
    expect(rows[name]?.cells).toMatchObject(await cellsOf(world, name, forged));
    expect(await cellsOf(world, name)).toEqual(rows[name]?.cells);
  });

  test('goes for a linked card as far as the link goes', async () => {
    const { functionName, action, contract } = actionOf(name);
    expect(contract.familyRight).toBe(rows[name]?.family);
    const family = world.askAs('family member', functionName);
    const ask = async (familyLinkId: string) => {
      const input = { ...(rows[name]?.input?.('family member') ?? someInput(name)), familyLinkId };
      return asCell(await family(action, input), name, 'allowed');
    };
    const right = rows[name]?.family;
    const isFor = familyRights.map((given) => given === right || (right === 'see' && given === 'renew'));
    const expected = right === undefined ? [] : isFor.map((is) => (is ? 'allowed' : 'forbidden'));
    const asked =
      right === undefined ? [] : await Promise.all(familyRights.map((given) => ask(links[given])));
    expect(asked).toEqual(expected);
    const bad =
      right === undefined ? [] : [await ask(links.ended), await ask(links.others), await ask('no-link')];
    expect(bad).toEqual(bad.map(() => 'forbidden'));
  });
});
