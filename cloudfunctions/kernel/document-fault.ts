/** What may be wrong in a document that people edit; `fault-wording.ts` says it to them. */
export type DocumentFaultCode =
  | 'missing'
  | 'not-a-document'
  | 'not-text'
  | 'not-a-list'
  | 'not-a-list-of-texts'
  | 'not-a-row'
  | 'not-a-whole-number'
  | 'out-of-range'
  | 'too-long'
  | 'not-a-day'
  | 'not-a-time'
  | 'not-an-instant'
  | 'not-a-weekday'
  | 'not-an-id'
  | 'not-an-isbn'
  | 'not-a-language'
  | 'not-a-class'
  | 'not-a-card-number'
  | 'not-a-staff-code'
  | 'same-as-another'
  | 'unknown-status'
  | 'unknown-value'
  /** Nobody reads it. */
  | 'unknown-field'
  | 'unknown-category'
  | 'used-before'
  | 'unknown-book'
  | 'unknown-branch'
  | 'unknown-calendar'
  /** Understood, but it should be written like the others: `2027-01-08`, `08:00`. */
  | 'loosely-written'
  /** Money that a patron paid and that is not the library's. */
  | 'to-give-back'
  /** It was given by a payment of another sum than was asked for. */
  | 'wrong-amount'
  | 'ends-before-it-starts'
  | 'opens-and-closes-at-once';

/** A mistake: in which document (`books/ID`), where (`authors`, `closedRanges[2].to`), and what it is. */
export type DocumentFault = {
  readonly _id: string;
  readonly field: string;
  readonly code: DocumentFaultCode;
};

/** The ids of faults after one up to another: of documents that were looked at in the order of their ids. */
export type FaultRange = { readonly after: string; readonly upTo: string };

/** The list that librarians look at. */
export type FaultList = {
  /** Makes the faults of these documents exactly those given. */
  renew(documentIds: readonly string[], faults: readonly DocumentFault[]): Promise<void>;
  /** The same for a whole range, so that also a document that is gone leaves the list. */
  renewRange(range: FaultRange, faults: readonly DocumentFault[]): Promise<void>;
};

/** The documents of a collection after one id, up to another or to the end; '0' follows on '/'. */
export const documentRange = (collection: string, after: string, upTo?: string): FaultRange => ({
  after: `${collection}/${after}`,
  upTo: upTo === undefined ? `${collection}0` : `${collection}/${upTo}`,
});

/** A document whose `_id` is a number or empty has no place among the others: `#books/123`. */
export const misnumberedId = (collection: string, id: unknown): string => `#${collection}/${String(id)}`;
/** Where those of a collection stand in the list, or of several that follow each other by name. */
export const misnumberedRange = (first: string, last = first): FaultRange => ({
  after: `#${first}/`,
  upTo: `#${last}0`,
});
