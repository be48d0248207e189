import { openFurnishedWorld, type FurnishedWorld } from '../authorisation/furnished-world';
import { cards, links } from '../authorisation/askers';
import { told } from '../support/serving';

// What functions keep of cards, links and consents may be edited in the console too: nobody is kept out by it.
jest.setTimeout(300_000);
let world: FurnishedWorld;
beforeAll(async () => {
  world = await openFurnishedWorld();
});
afterAll(() => world.close());

const faultsNamed = (changed: readonly string[]) => changed.filter((id) => id.startsWith('faults/'));
const listLinks = () => world.ask('family member', ['membership', 'familyLinks'], {});

test.each<readonly [string, object]>([
  ['a right that is none', { right: 'all' }],
  ['a last day that is none', { endsOn: 'x' }],
  ['a state that is none', { state: 5 }],
  ['no card', { card: 7 }],
])('a family link with %s gives nothing, and hides no other', async (_, fields) => {
  const link = await world.one('family_links', links.renew);
  await world.put('family_links', { ...link, _id: links.renew, ...fields });
  const familyLinkId = links.renew;
  const { reply: seen } = await world.ask('family member', ['circulation', 'loans'], { familyLinkId });
  const { reply, changed } = await listLinks();
  await world.put('family_links', { ...link, _id: links.renew });
  expect(told(seen)).toBe('forbidden');
  const listed = (reply.value as { links: readonly { linkId: string }[] }).links.map(({ linkId }) => linkId);
  expect(listed).toContain(links.see);
  expect(listed).not.toContain(links.renew);
  expect(faultsNamed(changed)).toEqual([`faults/family_links/${links.renew}`]);
});

test.each<readonly [string, object, string, object]>([
  ['card_bindings', { boundAt: 7 }, 'session', {}],
  ['wechat_accounts', { doneRequests: 7 }, 'unbindCard', { requestKey: 'request-1' }],
  ['wechat_accounts', { leaving: 7 }, 'unbindCard', { requestKey: 'request-1' }],
  ['consents', { given: 7 }, 'consents', {}],
])('%s with %j keep nobody out', async (collection, fields, action, input) => {
  const document = await world.one(
    collection,
    collection === 'card_bindings' ? cards.patron : `o-${cards.patron}`,
  );
  if (document === null) throw new Error('nothing to edit');
  await world.put(collection, { ...document, ...fields });
  const { reply, changed } = await world.ask('patron', ['membership', action], input);
  await world.put(collection, document);
  expect(told(reply)).toBe('ok');
  expect(faultsNamed(changed)).toEqual(
    collection === 'card_bindings' ? [`faults/card_bindings/${cards.patron}`] : [],
  );
});

test.each<readonly [string, string, object, 'patron' | 'librarian', string, object]>([
  ['applications', 'application-of-patron', { steps: 7 }, 'patron', 'application', {}],
  ['applications', 'application-of-patron', { submittedAt: 'x' }, 'patron', 'application', {}],
  ['applicants', `o-${cards.patron}`, { files: 7 }, 'patron', 'application', {}],
])('%s/%s with %j decide nothing, and staff are told', async (...row) => {
  const [collection, id, fields, asker, action, input] = row;
  const document = await world.one(collection, id);
  if (document === null) throw new Error('nothing to edit');
  await world.put(collection, { ...document, ...fields });
  const { reply, changed } = await world.ask(asker, ['membership', action], input);
  const { reply: listed } = await world.ask('librarian', ['membership', 'applications'], {
    state: 'submitted',
  });
  await world.put(collection, document);
  expect(told(reply)).toBe('record-damaged');
  expect(faultsNamed(changed)).toEqual([`faults/${collection}/${id}`]);
  expect(told(listed)).toBe('ok');
});
