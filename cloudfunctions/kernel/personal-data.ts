/** Where something of a person is kept; a test holds it equal to what `database/collections` marks as personal. */
export const personalCollections = [
  'patrons',
  'card_secrets',
  'card_bindings',
  'wechat_accounts',
  'pseudonyms',
  'guess_counters',
  'staff',
  'staff_codes',
  'family_links',
  'family_invitations',
  'desk_codes',
  'applicants',
  'applications',
  'consents',
  'messages',
  'loans',
  'loan_choices',
  'holds',
  'title_circulation',
  'watch_calls',
  'desk_requests',
  'patron_circulation',
  'fines',
  'payments',
  'audit',
] as const;
export type PersonalCollection = (typeof personalCollections)[number];

export const keptReasons = [
  'open-loans',
  'open-holds',
  'unpaid-fines',
  'borrowing-suspended',
  'record-damaged',
  'library-record',
  'staff-record',
  'accounts',
  'guessing',
  'anonymous',
] as const;
/**
 * Why something stays after its person asked for deletion: books not returned, holds not cancelled, fines not paid,
 * borrowing suspended instead of a fine, a record that staff have to mend first, the record that the university or the library keeps of its readers or its staff, accounts that the law wants kept,
 * counters that keep others from guessing, or lines that lead to nobody any more.
 */
export type KeptReason = (typeof keptReasons)[number];

/** The person behind a WeChat, as far as the library can tell. */
export type Person = {
  readonly openid: string;
  /** The card that it has bound. */
  readonly card: string | null;
  /** What stands for the person in the audit log. */
  readonly pseudonyms: readonly string[];
};

/** Where a document names its person: in which field, by what, and what stands before it there. */
export type NamedBy = {
  readonly field: string;
  readonly by: 'openid' | 'card' | 'pseudonym';
  readonly prefix?: string;
};

/** What becomes of one collection when its person asks what is kept, or asks for deletion. */
export type PersonalRule = {
  readonly collection: PersonalCollection;
  /** None where it holds copies of what another collection of the same keeper exports and erases. */
  readonly namedBy: readonly NamedBy[];
  /** Fields, by their paths, that are not handed out: secrets, places in the storage, other persons. */
  readonly withheld: readonly string[];
  /** What stays: nothing, everything, or the documents with this value in a field. */
  readonly staying: 'nothing' | 'everything' | { readonly field: string; readonly value: string | null };
  readonly reason: KeptReason | null;
};

/** What goes with its person: all of it is handed out, and none of it stays. */
export const goesWithPerson = {
  withheld: [],
  staying: 'nothing',
  reason: null,
} as const satisfies Partial<PersonalRule>;

/** How much there is in one collection, and how much of it deleting leaves. */
export type Holding = {
  readonly collection: PersonalCollection;
  readonly count: number;
  readonly staying: number;
  readonly reason: KeptReason | null;
};

/** All documents of one collection, in no order. */
export type Exported = {
  readonly collection: PersonalCollection;
  readonly documents: readonly Readonly<Record<string, unknown>>[];
};

/** What one context knows of persons. */
export type PersonalKeeper = {
  holdings(person: Person): Promise<readonly Holding[]>;
  export(person: Person): Promise<readonly Exported[]>;
  /** Erases what may go; doing it again changes nothing more. Answers what there was, and what stays. */
  erase(person: Person): Promise<readonly Holding[]>;
};
