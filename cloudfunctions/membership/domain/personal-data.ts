/** Where something of a person is kept; a test holds it equal to what `database/collections` marks as personal. */
export const personalCollections = [
  'patrons',
  'card_bindings',
  'wechat_accounts',
  'staff',
  'applicants',
  'applications',
  'consents',
  'messages',
  'loans',
  'patron_circulation',
  'holds',
  'fines',
  'payments',
  'loan_choices',
  'audit',
] as const;
export type PersonalCollection = (typeof personalCollections)[number];

export const keptReasons = [
  'open-loans',
  'unpaid-fines',
  'library-record',
  'staff-record',
  'accounts',
  'anonymous',
] as const;
/**
 * Why something stays after its person asked for deletion: books not returned, fines not paid, the record that the
 * university or the library keeps of its readers or its staff, accounts that the law wants kept, or lines that lead to
 * nobody any more.
 */
export type KeptReason = (typeof keptReasons)[number];
