import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { messageDetails, type MessageKind } from '../../cloudfunctions/kernel/message';
import { linkIdOf } from '../../cloudfunctions/membership/adapters/cloud-family';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { schema } from '../../database/collections/schema';
import cards from '../../database/seed/demo-cards.json';
import { readSeed } from '../../database/seed/load-seed';

type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;
type OpenLoan = { readonly loanId: string; readonly dueOn: string };
type Queued = { readonly holdId: string; readonly card: string; readonly keptBarcode: string | null };

// A hash of a PIN takes its time on purpose.
jest.setTimeout(60_000);
const root = join(__dirname, '../..');
let seed: Readonly<Record<string, readonly Document[]>>;
beforeAll(async () => {
  seed = await readSeed(join(root, 'database/seed'), '2026-11-21');
});
const of = (name: string): readonly Document[] => seed[name] ?? [];
const ids = (name: string): ReadonlySet<string> => new Set(of(name).map(({ _id }) => _id));

test('every document has the fields of its collection, and no others', () => {
  for (const { name, fields } of schema)
    for (const document of of(name)) {
      const strange = Object.keys(document).filter((field) => !Object.hasOwn(fields, field));
      const lacking = Object.keys(fields).filter(
        (field) => fields[field]?.required === true && document[field] === undefined,
      );
      expect([name, document._id, strange, lacking]).toEqual([name, document._id, [], []]);
    }
});

test('a copy is on loan exactly when a loan of it is open, until the same day', () => {
  const open = of('loans').filter(({ returnedOn }) => returnedOn === null);
  expect(new Set(open.map(({ barcode }) => barcode)).size).toBe(open.length);
  const out = of('copies').filter(({ status }) => status === 'on-loan');
  expect(new Map(open.map(({ barcode, dueOn }) => [barcode, dueOn]))).toEqual(
    new Map(out.map(({ _id, dueOn }) => [_id, dueOn])),
  );
});

test('a copy is on the pickup shelf exactly when it is kept for a hold', () => {
  const kept = of('title_circulation').flatMap(({ holds }) =>
    (holds as readonly Queued[]).flatMap(({ keptBarcode }) => keptBarcode ?? []),
  );
  const shelved = of('copies').filter(({ status }) => status === 'on-hold-shelf');
  expect(kept.toSorted()).toEqual(shelved.map(({ _id }) => _id).toSorted());
});

test('loans, holds and fines are of patrons, and nobody has a title twice', () => {
  for (const name of ['loans', 'holds', 'fines', 'card_bindings', 'card_secrets'])
    for (const document of of(name)) expect(ids('patrons')).toContain(document['card'] ?? document._id);
  for (const { openLoans } of of('patron_circulation')) {
    const titles = (openLoans as readonly { readonly bookId: string }[]).map(({ bookId }) => bookId);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test('the demo cards are patrons, and their PINs are right', async () => {
  const pins = scryptPins();
  for (const { card, pin, openid, name } of cards) {
    const patron = of('patrons').find(({ _id }) => _id === card);
    expect(patron?.['name']).toBe(name);
    const secret = of('card_secrets').find(({ _id }) => _id === card);
    const known = secret === undefined ? String(patron?.['initialPin']) : (secret as never);
    expect(await pins.isRight(pin, known)).toBe(true);
    expect(of('card_bindings').find(({ _id }) => _id === card)?.['openid'] ?? null).toBe(openid);
  }
});

const account = (card: string) => of('patron_circulation').find(({ _id }) => _id === card);
const due = (card: string) =>
  ((account(card)?.['openLoans'] ?? []) as readonly OpenLoan[]).map(({ dueOn }) => dueOn);

test('the demo shows what it says', () => {
  expect(due('20230001')[0]).toBe('2026-11-21');
  expect(due('20230002').filter((day) => day < '2026-11-21')).toHaveLength(2);
  expect(account('20230002')?.['finesOwed']).toBe(350);
  expect(account('20230010')?.['finesOwed']).toBe(2600);
  expect(due('T000009')).toHaveLength(24);
  expect(due('20230008')).toEqual([]);
});

test('the demo has a reader whose history fills more than one page, and who was told of renewals', () => {
  const card = '20230012';
  const choices = of('loan_choices').find(({ _id }) => _id === card);
  expect(choices).toMatchObject({ autoRenewal: true });
  const past = of('loans').filter((loan) => loan['card'] === card && loan['returnedOn'] !== null);
  expect(past.length).toBeGreaterThan(20);
  for (const { returnedOn, dueOn } of past) expect(String(returnedOn) <= String(dueOn)).toBe(true);
  const told = of('messages').filter((message) => message['card'] === card);
  for (const { kind, details } of told)
    expect([kind, v.safeParse(messageDetails[kind as MessageKind], details).success]).toEqual([kind, true]);
  expect(told.filter(({ readAt }) => readAt === null)).toHaveLength(1);
});

test('the family links of the demo are of bound patrons, under the ids that the library gives them', () => {
  const bindings = of('card_bindings');
  expect(of('family_links').length).toBeGreaterThan(0);
  for (const { _id, card, by, pseudonym } of of('family_links')) {
    expect(_id).toBe(linkIdOf(String(card), String(by)));
    expect(bindings.find((binding) => binding._id === card)?.['pseudonym']).toBe(pseudonym);
    expect(bindings.some((binding) => binding._id === by)).toBe(true);
  }
});

test('the README names every demo card with its PIN', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  for (const { card, name, pin, see } of cards)
    expect(readme.replaceAll(/ +/g, ' ')).toContain(`| ${card} | ${name} | ${pin} | ${see} |`);
});
