import type { Fine } from '../../cloudfunctions/circulation/domain/fines/fine';
import type { Hold } from '../../cloudfunctions/circulation/domain/holds/hold';
import type { Loan } from '../../cloudfunctions/circulation/domain/loans/loan';
import type { PatronCirculation } from '../../cloudfunctions/circulation/domain/records/patron-circulation';
import type { Payment } from '../../cloudfunctions/circulation/domain/fines/payment';
import type { TitleCirculation } from '../../cloudfunctions/circulation/domain/records/title-circulation';

type Under<T, K extends keyof T> = { readonly _id: string } & Omit<T, K>;

/** The documents that must agree with each other, as they stand in their collections. */
export type LibraryDocuments = {
  readonly loans: readonly Under<Loan, 'loanId'>[];
  readonly holds: readonly Under<Hold, 'holdId'>[];
  readonly fines: readonly Under<Fine, 'fineId'>[];
  readonly payments: readonly Under<Payment, 'paymentId'>[];
  readonly title_circulation: readonly Under<TitleCirculation, 'bookId'>[];
  readonly patron_circulation: readonly Under<PatronCirculation, 'card'>[];
  readonly watch_calls: readonly {
    readonly _id: string;
    readonly bookId: string;
    readonly cards: readonly string[];
  }[];
  readonly copies: readonly {
    readonly _id: string;
    readonly bookId: string;
    readonly status: string;
    readonly dueOn?: string | null;
  }[];
  readonly patrons: readonly { readonly _id: string }[];
  readonly card_bindings: readonly { readonly _id: string; readonly openid: string }[];
  readonly wechat_accounts: readonly { readonly _id: string; readonly card?: string | null }[];
};

/** The collections that are read for it. */
export const checkedCollections = [
  'loans',
  'holds',
  'fines',
  'payments',
  'title_circulation',
  'patron_circulation',
  'watch_calls',
  'copies',
  'patrons',
  'card_bindings',
  'wechat_accounts',
] as const satisfies readonly (keyof LibraryDocuments)[];

/** Two documents that contradict each other, or one that can't be: which rule is broken, where, and how. */
export type Contradiction = { readonly rule: string; readonly at: string; readonly what: string };

/** A rule that a consistent library keeps; answers where it is broken, and how. */
export type Invariant = (library: LibraryDocuments) => readonly Omit<Contradiction, 'rule'>[];

/** What one side says and the other does not, each entry as one text. */
export const differences = (
  at: string,
  said: readonly string[],
  stands: readonly string[],
): { readonly at: string; readonly what: string }[] => {
  const [one, other] = [new Set(said), new Set(stands)];
  return [
    ...said
      .filter((entry) => !other.has(entry))
      .map((entry) => ({ at, what: `tells of ${entry}, which is not so` })),
    ...stands.filter((entry) => !one.has(entry)).map((entry) => ({ at, what: `does not tell of ${entry}` })),
    ...(one.size < said.length ? [{ at, what: 'tells of something twice' }] : []),
  ];
};

/** Entries in groups by a key. */
export const grouped = <T>(entries: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry]);
    else group.push(entry);
  }
  return groups;
};
