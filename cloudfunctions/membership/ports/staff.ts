import type { AuditLine } from '../../kernel/audit';
import type { StaffRole } from '../../kernel/person';
import type { DoneRequest } from '../../kernel/request-keys';
import type { Guesses } from '../domain/card/guesses';
import type { CardRecords, Guesser } from './binding';

/** Eight letters and digits that only the library can make of a text; null while it has no key. */
export type SealOf = (text: string) => Promise<string | null>;

/** A code for the patron at the desk. `until` in milliseconds. */
export type DeskCode = {
  readonly id: string;
  readonly card: string;
  readonly staff: string;
  readonly reason: string;
  readonly until: number;
  readonly isUsed: boolean;
};
/** The records of cards, and the codes that staff made out, inside a transaction. */
export type DeskRecords = CardRecords & {
  deskCode(id: string): Promise<DeskCode | null>;
  keepDeskCode(code: DeskCode): Promise<void>;
};
export type WithDesk = <T>(work: (records: DeskRecords) => Promise<T>) => Promise<T>;

/** `until` in milliseconds; null = no end: it was typed in the console. */
export type StaffCode = { readonly role: StaffRole; readonly until: number | null };
export type StaffMember = {
  readonly openid: string;
  readonly role: StaffRole;
  readonly name: string | null;
  readonly doneRequests: readonly DoneRequest[];
};
/** The records of staff, inside a transaction. */
export type StaffRecords = {
  member(openid: string): Promise<StaffMember | null>;
  keepMember(member: StaffMember): Promise<void>;
  removeMember(openid: string): Promise<void>;
  /** Notes that a member was counted among the admins who stay: whoever else counts meanwhile has to count again. */
  countAdmin(openid: string, at: Date): Promise<void>;
  staffCode(code: string): Promise<StaffCode | null>;
  keepStaffCode(code: string, staffCode: StaffCode, by: string): Promise<void>;
  removeStaffCode(code: string): Promise<void>;
  guesses(guesser: Guesser): Promise<Guesses>;
  keepGuesses(guesser: Guesser, guesses: Guesses): Promise<void>;
  audit(line: AuditLine): Promise<void>;
};
export type WithStaff = <T>(work: (records: StaffRecords) => Promise<T>) => Promise<T>;
/** Everybody who is staff. */
export type ReadStaff = () => Promise<readonly StaffMember[]>;
/** Tells members apart without an openid. */
export type StaffIdOf = (openid: string) => string;
