import type { AuditLine } from '../../kernel/audit';
import type { Day } from '../../kernel/library-day';
import type { DoneRequest } from '../../kernel/request-keys';
import type { Patron } from '../domain/patrons/patron';

/** Signs with the library's secret. Without one nothing is signed, and nothing counts as signed. */
export type Signer = {
  /** Null while there is no secret. */
  sign(body: string): Promise<string | null>;
  isGenuine(body: string, signature: string): Promise<boolean>;
};

/** What is read of a card outside a transaction. */
export type ReadPatron = (card: string) => Promise<Patron | null>;
/** What stands for a card in the audit log; null where it has no line yet. */
export type ReadPseudonym = (card: string) => Promise<string | null>;

/** Records of a membership, inside a transaction. */
export type TermRecords = {
  patron(card: string): Promise<Patron | null>;
  doneRequests(openid: string): Promise<readonly DoneRequest[]>;
  keepDoneRequests(openid: string, done: readonly DoneRequest[]): Promise<void>;
  prolong(card: string, category: string, endsOn: Day): Promise<void>;
  audit(line: AuditLine): Promise<void>;
};
export type WithTerm = <T>(work: (records: TermRecords) => Promise<T>) => Promise<T>;
