import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call } from '../../cloudfunctions/api';
import { startCloud, type Cloud } from '../../local/cloud/start-cloud';
import { type Workbench, workbenchAt } from '../../local/cloud/workbench/workbench-client';
import { callAs } from '../support/call-as';
import { jpeg } from '../support/membership-desk';

jest.setTimeout(120_000);

const seed = join(__dirname, '../../database/seed');
let folder: string;
let cloud: Cloud;
let workbench: Workbench;
let applicant: Call;
let librarian: Call;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'online-'));
  cloud = await startCloud({ dataFolder: folder, firesTimers: false });
  workbench = workbenchAt(cloud.url);
  const add = (collection: string, lines: string) => workbench.importLines(collection, 'insert', lines);
  await add('patron_categories', readFileSync(join(seed, 'patron_categories.jsonl'), 'utf8'));
  await add('staff', JSON.stringify({ _id: 'o-lib', role: 'librarian' }));
  applicant = callAs(workbench, 'o-new');
  librarian = callAs(workbench, 'o-lib');
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const requestKey = (): string => `request-${(count += 1)}`;
type Replied<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reasons: unknown };
const given = <T>(reply: Replied<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.reasons));
  return reply.value;
};

test('through the deployed function: a proof in parts, an application, a look, a card, its code, and all deleted', async () => {
  const content = jpeg(1_500_000);
  const part = (at: number): string =>
    content.subarray(at * 1_000_000, (at + 1) * 1_000_000).toString('base64');
  const piece = { proofId: 'proof-deployed', parts: 2 };
  await applicant('membership.uploadProof', { ...piece, part: 0, content: part(0) });
  const { proof } = given(await applicant('membership.uploadProof', { ...piece, part: 1, content: part(1) }));
  expect(proof).toEqual({ proofId: 'proof-deployed', kind: 'jpeg', bytes: content.length });

  const { application } = given(
    await applicant('membership.apply', {
      category: 'alumni',
      name: '周敏',
      phone: { code: 'code-of-the-button' },
      birthYear: 1990,
      guardian: null,
      proofIds: ['proof-deployed'],
      consentVersion: 1,
      requestKey: requestKey(),
    }),
  );
  expect(application.phone).toBe('13800138000');

  const { applicationId, revision } = application;
  const { url } = given(
    await librarian('membership.reviewProof', { applicationId, proofId: 'proof-deployed' }),
  );
  const seen = await fetch(url);
  expect(Buffer.from(await seen.arrayBuffer()).equals(content)).toBe(true);
  const decision = { applicationId, revision, decision: 'approve', requestKey: requestKey() } as const;
  const { card } = given(await librarian('membership.decideApplication', decision));
  expect(card).toMatch(/^AL\d{7}$/);

  expect(given(await applicant('membership.session', {})).card).toMatchObject({
    name: '周敏',
    category: 'alumni',
  });
  const shown = given(await applicant('membership.digitalCard', {}));
  expect(shown.card).toBe(card);
  const read = await librarian('membership.readCardCode', { text: shown.code?.text ?? '' });
  expect(given(read)).toMatchObject({ card, name: '周敏', standing: 'active' });

  await workbench.moveClock({ advance: '11m' });
  expect((await fetch(url)).status).toBe(403);
  const { deleted } = given(await applicant('membership.deleteData', { requestKey: requestKey() }));
  expect(deleted.map(({ collection }) => collection)).toEqual(
    expect.arrayContaining(['applications', 'applicants', 'patrons', 'card_bindings']),
  );
  const again = given(await librarian('membership.applications', { state: 'approved' }));
  expect(again.applications).toEqual([]);
});
