import type { Loan } from './loan';

export const historyOrders = ['returned', 'borrowed', 'title'] as const;
export type HistoryOrder = (typeof historyOrders)[number];

/** When a copy came back; from the day, where the loan came from elsewhere without its history. */
const returnedAt = ({ history, returnedOn }: Loan): number => {
  const line = history.find(({ kind }) => kind === 'returned');
  return line === undefined ? Date.parse(`${returnedOn ?? ''}T00:00:00Z`) : line.at.getTime();
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const has = ({ title, authors }: Loan, words: string): boolean => {
  const text = plain([title, ...authors].join(' '));
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
};

const collator = new Intl.Collator('zh');
const orders: Readonly<Record<HistoryOrder, (a: Loan, b: Loan) => number>> = {
  returned: (a, b) => returnedAt(b) - returnedAt(a),
  borrowed: (a, b) => (a.borrowedOn === b.borrowedOn ? 0 : a.borrowedOn < b.borrowedOn ? 1 : -1),
  title: (a, b) => collator.compare(a.title, b.title),
};

/** The loans that a patron's history shows: returned since it was switched on, with all these words, in this order. */
export const pastLoans = (
  loans: readonly Loan[],
  since: Date,
  { words, order }: { readonly words: string; readonly order: HistoryOrder },
): readonly Loan[] =>
  loans
    .filter((loan) => loan.returnedOn !== null && returnedAt(loan) >= since.getTime() && has(loan, words))
    .sort((a, b) => orders[order](a, b) || (a.loanId < b.loanId ? -1 : 1));

/** What spreadsheets would take for a formula is marked as text. */
const cell = (value: string): string => {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as CSV with a byte order mark, which spreadsheets need to see that it is UTF-8. */
export const historyTable = (columns: readonly string[], loans: readonly Loan[]): string => {
  const rows = loans.map(({ title, authors, barcode, borrowedOn, returnedOn, renewals }) =>
    [title, authors.join('; '), barcode, borrowedOn, returnedOn ?? '', String(renewals)].map(cell),
  );
  return `\uFEFF${[columns.map(cell), ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
};
