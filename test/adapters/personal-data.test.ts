import {
  personalCirculation,
  circulationPersonalRules,
} from '../../cloudfunctions/circulation/adapters/personal-circulation';
import { personalCollections, type PersonalRule } from '../../cloudfunctions/kernel/personal-data';
import {
  membershipPersonalRules,
  personalMembership,
} from '../../cloudfunctions/membership/adapters/personal-membership';
import { cloudPersonOf } from '../../cloudfunctions/membership/adapters/cloud-privacy';
import type { Field } from '../../database/collection';
import { schema } from '../../database/collections/schema';
import { keptIn } from '../support/membership-desk';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

const rules = new Map<string, PersonalRule>(
  [...circulationPersonalRules, ...membershipPersonalRules].map((rule) => [rule.collection, rule]),
);
const isPersonal = ({ personal, fields = {} }: Field): boolean =>
  personal || Object.values(fields).some(isPersonal);
const personal = schema.filter(({ fields }) => Object.values(fields).some(isPersonal));

test('every collection that holds something personal has a rule, and no other has one', () => {
  expect(personal.map(({ name }) => name).toSorted()).toEqual([...rules.keys()].toSorted());
  expect([...personalCollections].toSorted()).toEqual([...rules.keys()].toSorted());
});

test.each(personal.map((collection) => [collection.name, collection] as const))(
  '%s: the rule names fields that it has, and says why something stays',
  (name, { fields }) => {
    const { namedBy = [], withheld = [], staying, reason } = rules.get(name) ?? {};
    const named = [...namedBy.map(({ field }) => field), ...withheld];
    expect(named.filter((path) => !Object.hasOwn(fields, path.split('.', 1).join()))).toEqual([]);
    expect(reason === null).toBe(staying === 'nothing');
  },
);

type Document = Readonly<Record<string, unknown>> & { readonly _id: string };

/** A value of a field that tells whose it is, where it is a text or holds some. */
const marked = (field: Field, mark: string): unknown => {
  if (field.type === 'string') return mark;
  if (field.type === 'strings') return [mark];
  const inside = Object.entries(field.fields ?? {});
  if (field.type === 'object') return { mark };
  if (field.type !== 'objects') return 1;
  return inside.length === 0
    ? [{ mark }]
    : [Object.fromEntries(inside.map(([name, each]) => [name, marked(each, `${mark}.${name}`)]))];
};

const whose = ['ann', 'bob'] as const;
type Whose = (typeof whose)[number];
const idOf = (by: 'openid' | 'card' | 'pseudonym', who: Whose): string => `${by}-of-${who}`;

/** One document of somebody in a collection, each personal field marked as theirs; `state` closes what may be closed. */
const documentOf = ({ name, fields }: (typeof schema)[number], who: Whose): Document => {
  const { namedBy = [] } = rules.get(name) ?? {};
  const values = Object.entries(fields)
    .filter(([, field]) => isPersonal(field))
    .map(([field, each]) => [field, marked(each, `${who}:${name}.${field}`)] as const);
  const names = namedBy.map(({ field, by, prefix = '' }) => [field, `${prefix}${idOf(by, who)}`] as const);
  return { _id: `${name}-of-${who}`, ...Object.fromEntries(values), ...Object.fromEntries(names) };
};

let memory: MemoryDatabase;
let kept: ReturnType<typeof keptIn>;
beforeEach(async () => {
  memory = await openMemoryDatabase();
  kept = keptIn(memory);
  for (const collection of personal.filter(({ name }) => (rules.get(name)?.namedBy.length ?? 0) > 0))
    for (const who of whose)
      await memory.database.collection(collection.name).add({ data: documentOf(collection, who) });
  for (const who of whose) {
    const card = idOf('card', who);
    const pseudonym = idOf('pseudonym', who);
    await memory.database.collection('pseudonyms').doc(card).set({ data: { pseudonym } });
    await memory.database
      .collection('card_bindings')
      .where({ openid: idOf('openid', who) })
      .remove();
    const binding = { openid: idOf('openid', who), pseudonym, version: 1, boundAt: new Date(0) };
    await memory.database.collection('card_bindings').doc(card).set({ data: binding });
    await memory.database.collection('applicants').doc(idOf('openid', who)).update({ data: { pseudonym } });
  }
});
afterEach(() => memory.close());

const keepers = () => [personalCirculation(memory.database), personalMembership(memory.database)];
const ann = () => cloudPersonOf(memory.database)(idOf('openid', 'ann'));

test('an export has every personal field of its person that is not withheld, and nothing of another', async () => {
  const person = await ann();
  const exported = (await Promise.all(keepers().map((keeper) => keeper.export(person)))).flat();
  const text = JSON.stringify(exported);
  expect(text).not.toContain('of-bob');
  expect(text).not.toContain('bob:');
  const byName = new Map(exported.map(({ collection, documents }) => [collection as string, documents]));
  for (const { name, fields } of personal) {
    const { namedBy = [], withheld = [] } = rules.get(name) ?? {};
    if (namedBy.length === 0) continue;
    const [document = {}, ...more] = byName.get(name) ?? [];
    expect(more).toEqual([]);
    const wanted = Object.keys(fields).filter(
      (field) => isPersonal(fields[field] as Field) && !withheld.includes(field),
    );
    expect({ name, fields: wanted.filter((field) => document[field] === undefined) }).toEqual({
      name,
      fields: [],
    });
    expect(withheld.filter((field) => Object.hasOwn(document, field))).toEqual([]);
  }
});

test('deleting takes every collection that may go, of that person only, and again it takes nothing more', async () => {
  const person = await ann();
  const ofBob = async () =>
    JSON.stringify(
      await Promise.all(
        personal.map(async ({ name }) =>
          (await kept.found(name, {})).filter((document) => JSON.stringify(document).includes('bob')),
        ),
      ),
    );
  const before = await ofBob();
  for (const keeper of keepers()) await keeper.erase(person);
  for (const keeper of keepers()) await keeper.erase(person);
  for (const { name } of personal) {
    // What was returned stays as nobody's.
    const mark = name === 'loans' ? idOf('card', 'ann') : 'ann';
    const left = (await kept.found(name, {})).filter((document) => JSON.stringify(document).includes(mark));
    const mayStay = rules.get(name)?.staying === 'everything';
    expect({ name, left: left.length }).toEqual({ name, left: mayStay ? 1 : 0 });
  }
  expect(await ofBob()).toBe(before);
  expect(await kept.found('pseudonyms', {})).toHaveLength(1);
});

const day = '2026-11-01';
const watch = (bookId: string) => ({ bookId, title: '边城', since: day });
test.each<[string, object, readonly string[]]>([
  ['as they were written', { watches: [watch('b1'), watch('b2')] }, []],
  ['of which one has no title that can be read', { watches: [watch('b1'), { bookId: 7, since: day }] }, []],
  ['that are no list', { watches: 'b1' }, []],
  [
    'beside a loan that keeps the record',
    { openLoans: [{ loanId: 'l', bookId: 'b', dueOn: day }] },
    ['carl'],
  ],
])('watches %s go from both sides', async (_, account, staying) => {
  const put = async (collection: string, id: string, data: object): Promise<void> => {
    await memory.database.collection(collection).doc(id).set({ data });
  };
  const whole = { sequence: 1, finesOwed: 0, watches: [watch('b1'), watch('b2')], ...account };
  await put('patron_circulation', 'carl', whole);
  for (const bookId of ['b1', 'b2'])
    await put('title_circulation', bookId, { sequence: 4, watchers: ['carl', 'card-of-bob'] });
  await put('watch_calls', 'b1-3', { bookId: 'b1', cards: ['carl', 'card-of-bob'], freeOn: day });
  const carl = { openid: 'o-carl', card: 'carl', pseudonyms: [] };
  await personalCirculation(memory.database).erase(carl);
  const found = async (collection: string) =>
    ((await memory.database.collection(collection).where({}).get()) as { data: Document[] }).data;
  for (const [collection, field] of [
    ['title_circulation', 'watchers'],
    ['watch_calls', 'cards'],
  ] as const)
    for (const document of (await found(collection)).filter(({ _id }) => /^b[12]/.test(_id)))
      expect([document._id, document[field]]).toEqual([document._id, ['card-of-bob']]);
  const left = (await found('patron_circulation')).filter(({ _id }) => _id === 'carl');
  expect(left.map(({ _id, watches }) => [_id, watches])).toEqual(staying.map((card) => [card, []]));
});
