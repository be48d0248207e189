import { safeParse } from 'valibot';
import { familyRights } from '../../cloudfunctions/kernel/contract';
import { told } from '../support/serving';
import { askers, links, owners, type Asker } from './askers';
import { openFurnishedWorld, type FurnishedWorld } from './furnished-world';
import { table } from './table';
import type { Cell, Row } from './table/rows';
import { ownersIn } from './things';
import { contracts } from './world';

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

const actionOf = (name: string) => {
  const [functionName = '', action = ''] = name.split('.');
  const found = contracts[functionName]?.[action];
  if (found === undefined) throw new Error(`no action ${name}`);
  return { path: [functionName, action] as const, contract: found };
};
const rowOf = (name: string): Row => {
  const row = rows[name];
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
};
/** What has a request key writes: it has done nothing where nothing has changed. */
const writes = (name: string): boolean => {
  const { entries = {} } = actionOf(name).contract.input as { readonly entries?: object };
  return Object.hasOwn(entries, 'requestKey');
};
const isKeptOut = (cell: Cell): boolean => !/^(allowed|ignored|refused: .*)$/.test(cell);

const isOwner = (asker: Asker): boolean => owners.some((owner) => owner === asker);
/** Whose things an asker may hear of. */
const ownOf = (asker: Asker, name: string): readonly string[] =>
  asker === 'family member' && rowOf(name).family !== undefined ? ['patron'] : [asker];
/** Staff, and what is no phone, are told of everybody's. */
const isForStaff = (name: string): boolean => {
  const { callers, person } = actionOf(name).contract;
  return !callers.includes('phone') || person === 'librarian' || person === 'admin';
};

let world: FurnishedWorld;
beforeAll(async () => {
  world = await openFurnishedWorld();
});
afterAll(() => world.close());

/** How an asker is answered, and what the answer tells of whom; nothing has changed unless it is `allowed`. */
const answered = async (asker: Asker, name: string, more: object = {}, event: object = {}) => {
  const { path, contract } = actionOf(name);
  const { input, without = [], refusedWithin } = rowOf(name);
  const asked = { ...input?.(asker, world.codes), ...more };
  const { reply, changed } = await world.ask(asker, path, asked, { event, without });
  const code = reply.ok ? (refusedWithin?.(reply.value as never) ?? null) : told(reply);
  const isDone = code === null && (!writes(name) || changed.length > 0);
  const isOwn = reply.ok || Object.hasOwn(contract.refusals, code ?? '');
  const cell: string =
    code === null ? (isDone ? 'allowed' : 'ignored') : `${isOwn ? 'refused: ' : ''}${code}`;
  // What was asked for may be named again.
  const named = ownersIn(JSON.stringify(asked));
  const shown = ownersIn(JSON.stringify(reply)).filter(
    (owner) => cell === 'allowed' || !named.includes(owner),
  );
  const leftBehind = cell === 'allowed' ? [] : changed;
  return { cell, leftBehind, shown };
};

describe.each(actions)('%s', (name) => {
  test('is asked for as its contract has it, and given to somebody', () => {
    const { contract } = actionOf(name);
    const { input = () => ({}), cells } = rowOf(name);
    const inputs = askers.map((asker) => safeParse(contract.input, input(asker, world.codes)).success);
    expect(inputs).toEqual(askers.map(() => true));
    expect(Object.values(cells)).toContain('allowed');
  });

  test('is for those whom the table names and for no others, and tells nobody of what is another’s', async () => {
    for (const asker of askers) {
      const { shown, ...found } = await answered(asker, name);
      const cell = rowOf(name).cells[asker];
      const mayShow = isForStaff(name) ? shown : ownOf(asker, name);
      const others = shown.filter((owner) => !mayShow.includes(owner));
      const isMissing =
        cell === 'allowed' && rowOf(name).lists === true && isOwner(asker) && shown.length === 0;
      expect({ asker, ...found, others, isMissing }).toEqual({
        asker,
        cell,
        leftBehind: [],
        others: [],
        isMissing: false,
      });
    }
  });

  test('is for no others whatever a phone writes into its event', async () => {
    const { cells } = rowOf(name);
    for (const asker of askers.filter((one) => isKeptOut(cells[one]))) {
      const { cell, leftBehind } = await answered(asker, name, {}, forged);
      expect({ asker, cell, leftBehind }).toEqual({ asker, cell: cells[asker], leftBehind: [] });
    }
  });

  test('goes for a linked card as far as the link goes', async () => {
    const { family, cells } = rowOf(name);
    expect(actionOf(name).contract.familyRight).toBe(family);
    const goesFor = (given: string): Cell =>
      given === family || (family === 'see' && given === 'renew') ? 'allowed' : 'forbidden';
    // An action that no link is for takes no notice of one.
    const expected =
      family === undefined
        ? { [links.renew]: cells['family member'] }
        : {
            ...Object.fromEntries(familyRights.map((right) => [links[right], goesFor(right)])),
            ...Object.fromEntries([links.ended, links.others, 'no-link'].map((bad) => [bad, 'forbidden'])),
          };
    for (const [familyLinkId, cell] of Object.entries(expected)) {
      const found = await answered('family member', name, { familyLinkId });
      expect([familyLinkId, found.cell]).toEqual([familyLinkId, cell]);
    }
  });
});
