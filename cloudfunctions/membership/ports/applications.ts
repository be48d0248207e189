import type { Day } from '../../kernel/library-day';
import type { Message } from '../../kernel/message';
import type { DoneRequest } from '../../kernel/request-keys';
import type { Applicant } from '../domain/applications/applicant';
import type { Application, ApplicationState } from '../domain/applications/application';
import type { Consent, ConsentKind, Consents } from '../domain/consent';
import type { Patron } from '../domain/patrons/patron';
import type { PatronCategory } from '../domain/patrons/patron-category';
import type { BindingRecords } from './binding';

/** An application with what staff asked for under which key. */
export type KeptApplication = {
  readonly application: Application;
  readonly decisions: readonly DoneRequest[];
};

/** Records of applicants and of the cards they get, inside a transaction. */
export type ApplicationRecords = BindingRecords & {
  applicant(openid: string): Promise<Applicant | null>;
  keepApplicant(applicant: Applicant): Promise<void>;
  application(applicationId: string): Promise<KeptApplication | null>;
  keepApplication(kept: KeptApplication): Promise<void>;
  patron(card: string): Promise<Patron | null>;
  /** Writes the patron of a new card, who goes on under the pseudonym of the applicant. Throws where the card is taken. */
  addPatron(patron: Patron, phone: string, pseudonym: string): Promise<void>;
  prolong(card: string, category: string, endsOn: Day): Promise<void>;
  keepConsent(openid: string, kind: ConsentKind, consent: Consent): Promise<void>;
  tell(message: Message): Promise<void>;
};

/** Does work with the records all at once or not at all, again from its start where somebody else was faster. */
export type WithApplications = <T>(work: (records: ApplicationRecords) => Promise<T>) => Promise<T>;

/** Takes the next card number with this prefix that nobody has; one that is not used then is left out. */
export type TakeCardNumber = (prefix: string, today: Day) => Promise<string>;

/** Reads of applications, outside a transaction. */
export type ApplicationReads = {
  applicant(openid: string): Promise<Applicant | null>;
  application(applicationId: string): Promise<Application | null>;
  consents(openid: string): Promise<Consents>;
  /** Those in a state that were handed in at or after an instant, the longest waiting first. */
  inState(state: ApplicationState, from: Date | null, most: number): Promise<readonly Application[]>;
  /** Applicants of whom something is to be removed by now. */
  toClear(now: Date, most: number): Promise<readonly Applicant[]>;
};

export type ReadCategories = () => Promise<readonly PatronCategory[]>;

/** The storage of files, where only functions reach them. */
export type FileStore = {
  /** Stores a file under its path, in place of what was there, and answers its id. */
  save(path: string, content: Uint8Array): Promise<string>;
  read(fileId: string): Promise<Uint8Array>;
  /** A link for so many seconds; null where the file is gone. */
  link(fileId: string, seconds: number): Promise<string | null>;
  remove(fileIds: readonly string[]): Promise<void>;
};

/** The phone number behind a code of WeChat's phone-number button; null where WeChat gives none. */
export type PhoneNumberOf = (code: string) => Promise<string | null>;

/** A text that nobody can guess. */
export type NewSecretName = () => string;
