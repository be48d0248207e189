import { doneRequestsIn } from '../../kernel/request-keys';
import type { Clock } from '../../kernel/clock';
import type { DocumentFault } from '../../kernel/document-fault';
import { staffRoles } from '../../kernel/person';
import { auditWithin } from '../../kernel/wechat/cloud-audit';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { readStaffCode } from '../domain/card/read-staff-code';
import type {
  DeskCode,
  ReadStaff,
  StaffCode,
  StaffMember,
  StaffRecords,
  WithDesk,
  WithStaff,
} from '../ports/staff';
import { cardRecordsWithin } from './cloud-card-records';
import { guessRecords } from './cloud-guess-counters';

type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;

const roleOf = (role: unknown) => staffRoles.find((known) => known === role);

/** Null where no role stands there: such a document makes nobody staff. */
const memberFrom = (document: Document | null): StaffMember | null => {
  const role = roleOf(document?.['role']);
  if (document === null || role === undefined) return null;
  const { _id: openid, name, doneRequests } = document;
  return {
    openid,
    role,
    name: typeof name === 'string' ? name : null,
    doneRequests: doneRequestsIn(doneRequests),
  };
};

const staffCodeFrom = (document: Document | null): StaffCode | null =>
  document === null ? null : readStaffCode(document, staffRoles).staffCode;

const staffRecords = (transaction: Transaction): StaffRecords => ({
  ...guessRecords(transaction),
  member: async (openid) => memberFrom(await transaction.read<Document>('staff', openid)),
  keepMember: ({ openid, role, name, doneRequests }) =>
    transaction.put('staff', openid, { role, ...(name === null ? {} : { name }), doneRequests }),
  removeMember: (openid) => transaction.remove('staff', openid),
  countAdmin: (openid, at) => transaction.change('staff', openid, { countedAt: at }),
  staffCode: async (code) => staffCodeFrom(await transaction.read<Document>('staff_codes', code)),
  keepStaffCode: (code, { role, until }, by) => transaction.put('staff_codes', code, { role, until, by }),
  removeStaffCode: (code) => transaction.remove('staff_codes', code),
  audit: (line) => auditWithin(transaction, line),
});

/** Staff and the codes that make people staff. */
export const cloudStaff =
  (database: Database): WithStaff =>
  (work) =>
    inTransaction(database)((transaction) => work(staffRecords(transaction)));

/** The records of cards with the codes that staff made out for them. */
export const cloudDesk =
  (database: Database, now: Clock): WithDesk =>
  (work) =>
    inTransaction(database)((transaction) =>
      work({
        ...cardRecordsWithin(database, now, transaction),
        deskCode: async (id) => {
          const kept = await transaction.read<Omit<DeskCode, 'id'>>('desk_codes', id);
          return kept && { ...kept, id };
        },
        keepDeskCode: ({ id, card, staff, reason, until, isUsed }) =>
          transaction.put('desk_codes', id, { card, staff, reason, until, isUsed }),
      }),
    );

/** Everybody on the list of staff; who is written there unreadably is left out. */
export const cloudReadStaff =
  (database: Database): ReadStaff =>
  async () =>
    (await everyDocument<Document>(database, 'staff', {})).flatMap((document) => memberFrom(document) ?? []);

/** Looks through the codes that make people staff for mistakes of the console. */
export const checkStaffCodes = (database: Database) => async (): Promise<readonly DocumentFault[]> =>
  (await everyDocument<Document>(database, 'staff_codes', {})).flatMap(
    (document) => readStaffCode(document, staffRoles).faults,
  );
