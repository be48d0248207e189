import { applicationActions } from '../../cloudfunctions/membership/contract/applications';
import { decisionActions } from '../../cloudfunctions/membership/contract/decisions';
import {
  cloudApplicationReads,
  cloudApplicationRecords,
} from '../../cloudfunctions/membership/adapters/cloud-applications';
import { applicationHandlers } from '../../cloudfunctions/membership/function/application-handlers';
import { clearProofs } from '../../cloudfunctions/membership/use-cases/applications/clear-proofs';
import { fakeFiles } from './fake-files';
import type { MemoryDatabase } from './memory-database';
import { serving, told, type SomeReply } from './serving';

const outside = {
  _id: 'outside',
  name: '校外会员',
  kind: 'online',
  membershipDays: 365,
  renewal: 'by-application',
  renewalOpensDays: 30,
  loanLimit: 4,
  holdLimit: 2,
  rights: ['borrow'],
  proof: '身份证件',
};
const neighbour = { ...outside, _id: 'neighbour', name: '社区会员', proof: null, cardPrefix: 'NB' };
const campus = { ...outside, _id: 'undergraduate', name: '本科生', kind: 'campus', membershipDays: null };

export const start = new Date('2026-11-21T04:00:00Z');
export const afterDays = (days: number): Date => new Date(start.getTime() + days * 86_400_000);
export type Shown = { readonly applicationId: string; readonly revision: number } & Record<string, unknown>;
type Kept = Readonly<Record<string, unknown>>;

/** Categories to apply for and a librarian, `o-lib`. */
export const fillDesk = async ({ database }: MemoryDatabase): Promise<void> => {
  for (const category of [outside, neighbour, campus])
    await database.collection('patron_categories').add({ data: category });
  await database.collection('staff').add({ data: { _id: 'o-lib', role: 'librarian' } });
};

let count = 0;
/** A WeChat, and a request key, that nothing else has. */
export const someone = (): string => `o-${(count += 1)}`;
export const someKey = (): string => `request-${(count += 1)}`;

/** An application as the phone sends it. */
export const filled = (changes: object = {}) => ({
  category: 'neighbour',
  name: '周敏',
  phone: { number: '13800000000' },
  birthYear: 1990,
  guardian: null,
  proofIds: [],
  consentVersion: 1,
  requestKey: someKey(),
  ...changes,
});

export const jpeg = (size: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(size, 7)]);

/** Applying and deciding on a database of its own, with a clock and a storage that a test holds. */
export const membershipDesk = ({ database }: MemoryDatabase) => {
  const desk = {
    now: start,
    files: fakeFiles(),
    phoneNumber: null as string | null,
    phoneCodes: [] as string[],
  };
  const now = () => desk.now;
  const phoneNumberOf = (code: string) => {
    desk.phoneCodes.push(code);
    return Promise.resolve(desk.phoneNumber);
  };
  const contract = { ...applicationActions, ...decisionActions };
  const handlers = applicationHandlers(database, now, { files: desk.files, phoneNumberOf });
  const { as } = serving(contract, handlers, { database, now });
  const decide = (
    application: Shown,
    decision: 'approve' | 'refuse',
    changes: object = {},
  ): Promise<SomeReply> =>
    as('o-lib')('decideApplication', {
      applicationId: application.applicationId,
      revision: application.revision,
      decision,
      reason: decision === 'refuse' ? '看不清证件' : '',
      requestKey: someKey(),
      ...changes,
    });
  const upload = (
    openid: string,
    proofId: string,
    content: Buffer,
    part = 0,
    parts = 1,
  ): Promise<SomeReply> =>
    as(openid)('uploadProof', { proofId, part, parts, content: content.toString('base64') });
  const applied = async (openid: string, changes: object = {}): Promise<Shown> => {
    const reply = await as(openid)('apply', filled(changes));
    if (!reply.ok) throw new Error(`not applied: ${told(reply)}`);
    return (reply.value as { application: Shown }).application;
  };
  const clear = clearProofs({
    reads: cloudApplicationReads(database, now),
    withApplications: cloudApplicationRecords(database, now),
    files: desk.files,
    now,
  });
  return Object.assign(desk, { as, decide, upload, applied, clear });
};
export type MembershipDesk = ReturnType<typeof membershipDesk>;

/** What stands in the database. */
export const keptIn = ({ database }: MemoryDatabase) => ({
  document: async (collection: string, id: string): Promise<Kept | null> =>
    ((await database.collection(collection).doc(id).get()) as { data: Kept | null }).data,
  found: async (collection: string, where: object): Promise<readonly Kept[]> =>
    ((await database.collection(collection).where(where).get()) as { data: Kept[] }).data,
});
