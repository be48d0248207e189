import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { cloudSigningKeys } from '../../cloudfunctions/membership/adapters/cloud-signing-keys';
import { cards, links, type Asker } from '../authorisation/askers';
import { contracts, openWorld, type World } from '../authorisation/world';
import { filled, jpeg } from '../support/membership-desk';
import { randomInput, seeItAnswered, type WrittenByRefusals } from '../support/random-input';
import type { Stored } from '../support/some-library';

// Whatever a phone sends to the functions beside circulation is answered: never with `unexpected`, and a refusal has
// changed nothing but what stands here.
jest.setTimeout(300_000);
const runs = 20;
/** Of an action that takes no input: it matters only who asks. */
const fewRuns = 6;
const takesNothing = (schema: object): boolean =>
  'entries' in schema && Object.keys(schema.entries as object).length === 0;
const guesses = ['guess_counters'];
const mayWrite: WrittenByRefusals = {
  // A try is counted before its details are looked at, or when a code is found to be wrong.
  'wrong-details': guesses,
  'wrong-code': guesses,
  'default-pin': guesses,
  'weak-pin': guesses,
  // The number of a card is taken before the application is looked at with the others: a gap in the numbers.
  'changed-since': ['card_numbers'],
};

const askers = ['visitor', 'patron', 'suspended', 'expired', 'librarian', 'admin'] as const;
/** After these there is less to ask about: they come last. */
const endings = ['unbindCard', 'endFamily', 'removeStaff', 'deleteData'];
const actions = ['library', 'catalog', 'membership']
  .flatMap((functionName) =>
    Object.entries(contracts[functionName] ?? {}).map(([action, { input }]) => ({
      functionName,
      action,
      input,
    })),
  )
  .toSorted((a, b) => endings.indexOf(a.action) - endings.indexOf(b.action));

const freeCard = '2021000009';
const pin = '730518';
const categories = readFileSync(join(__dirname, '../../database/seed/patron_categories.jsonl'), 'utf8');

let world: World;
let known: readonly unknown[];

/** What an action gives, where nothing speaks against it. */
const given = async (asker: Asker, action: string, input: object): Promise<Record<string, unknown>> => {
  const { ok, value, reasons } = await world.askAs(asker, 'membership')(action, input);
  if (!ok) throw new Error(`${action}: ${JSON.stringify(reasons)}`);
  return value as Record<string, unknown>;
};

/** An application with a proof, and a code of each kind: all that an input can mean. */
const makeOut = async (): Promise<readonly unknown[]> => {
  const content = jpeg(100).toString('base64');
  await given('visitor', 'uploadProof', { proofId: 'proof-0001', part: 0, parts: 1, content });
  const { application } = await given(
    'visitor',
    'apply',
    filled({ category: 'alumni', proofIds: ['proof-0001'] }),
  );
  const { applicationId } = application as { readonly applicationId: string };
  const desk = { card: freeCard, reason: '忘了密码', requestKey: 'request-desk' };
  const family = { whose: 'mine', right: 'see', endsOn: '2026-12-31', requestKey: 'request-family' };
  const codes = [
    await given('librarian', 'issueDeskCode', desk),
    await given('admin', 'inviteStaff', { role: 'librarian', requestKey: 'request-staff' }),
    await given('patron', 'inviteFamily', family),
  ].map(({ code }) => code);
  const { members } = await given('admin', 'staffMembers', {});
  const staffIds = (members as readonly { readonly staffId: string }[]).map(({ staffId }) => staffId);
  const { code } = await given('patron', 'digitalCard', {});
  const { text } = code as { readonly text: string };
  return [applicationId, 'proof-0001', content, text, ...codes, ...staffIds];
};

beforeAll(async () => {
  world = await openWorld();
  for (const line of categories.trim().split('\n'))
    await world.put('patron_categories', JSON.parse(line) as Stored);
  await world.put('patrons', { _id: freeCard, name: '林知夏', category: 'undergraduate', initialPin: pin });
  await world.book('book-1', { 'copy-1': {} });
  await cloudSigningKeys(world.database, world.now).rotate();
  const meaning = [...Object.values(cards), ...Object.values(links), freeCard, pin, '林知夏', 'alumni'];
  const others = ['book-1', 'main', 'request-1234', '2026-03-31', 0, 1, true, false, null];
  known = [...meaning, ...(await makeOut()), ...others];
});
afterAll(() => world.close());

test.each(actions)('$functionName $action', async ({ functionName, action, input }) => {
  const property = fc.asyncProperty(
    randomInput(input, known),
    fc.constantFrom(...askers),
    async (sent, asker) => {
      const ask = () => world.askAs(asker, functionName)(action, sent as object);
      await seeItAnswered({ ...world, lines: world.linesOf(functionName) }, ask, mayWrite);
    },
  );
  const checked = fc.assert(property, { numRuns: takesNothing(input) ? fewRuns : runs });
  await expect(checked).resolves.toBeUndefined();
});
