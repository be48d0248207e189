import type { DocumentFault } from '../../../kernel/document-fault';
import { isAbsent, writtenText } from '../../../kernel/typed-value';
import { unknownFields } from '../../../kernel/unknown-fields';
import {
  categoryKinds,
  categoryRights,
  renewalWays,
  type CategoryKind,
  type CategoryRight,
  type PatronCategory,
  type RenewalWay,
} from './patron-category';

/** A mistake in a category: in which field, and what it is. */
export type CategoryFault = Omit<DocumentFault, '_id'>;

type Row = Readonly<Record<string, unknown>>;
type Report = (field: string, code: CategoryFault['code']) => void;

/** A membership may last ten years at most: a slip of the finger gives nobody a card for life. */
const mostDays = 3660;
const mostLoans = 1000;
const usualPrefix = 'OL';
const longestPrefix = 6;
const usualRenewalDays = 30;

const readText = (row: Row, field: string, report: Report): string | null => {
  const value = row[field];
  if (isAbsent(value)) return null;
  const text = writtenText(value);
  if (text === null) report(field, 'not-text');
  return text;
};

const readNumber = (row: Row, field: string, [least, most]: readonly [number, number], report: Report) => {
  const value = row[field];
  if (isAbsent(value)) return null;
  if (typeof value !== 'number' || !Number.isInteger(value)) report(field, 'not-a-whole-number');
  else if (value < least || value > most) report(field, 'out-of-range');
  else return value;
  return null;
};

const readOneOf = <T extends string>(row: Row, field: string, known: readonly T[], report: Report) => {
  const value = row[field];
  if (isAbsent(value)) return null;
  const found = known.find((one) => one === value);
  if (found === undefined) report(field, 'unknown-value');
  return found ?? null;
};

const readRights = (row: Row, report: Report): readonly CategoryRight[] => {
  const value = row['rights'];
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) {
    report('rights', 'not-a-list');
    return [];
  }
  const given = value as readonly unknown[];
  return given.flatMap((right, at) => {
    const known = categoryRights.find((one) => one === right);
    if (known === undefined) report(`rights[${at}]`, 'unknown-value');
    return known ?? [];
  });
};

const readLimit = (row: Row, field: string, report: Report): number => {
  if (isAbsent(row[field])) report(field, 'missing');
  return readNumber(row, field, [0, mostLoans], report) ?? 0;
};

const readKind = (row: Row, report: Report): CategoryKind => {
  if (isAbsent(row['kind'])) report('kind', 'missing');
  return readOneOf(row, 'kind', categoryKinds, report) ?? 'campus';
};

/** An online membership without a length can't be given to anybody. */
const readDays = (row: Row, kind: CategoryKind, report: Report): number | null => {
  if (kind === 'online' && isAbsent(row['membershipDays'])) report('membershipDays', 'missing');
  return readNumber(row, 'membershipDays', [1, mostDays], report);
};

const safestRenewal = (row: Row, kind: CategoryKind): RenewalWay =>
  isAbsent(row['renewal']) && kind === 'online' ? 'by-application' : 'never';

const readPrefix = (row: Row, report: Report): string => {
  const prefix = readText(row, 'cardPrefix', report) ?? usualPrefix;
  if (/^[A-Z0-9]+$/.test(prefix) && prefix.length <= longestPrefix) return prefix;
  report('cardPrefix', 'out-of-range');
  return usualPrefix;
};

/**
 * A patron category as librarians wrote it. What is missing or can't be read is reported and gives least: no loans, no
 * holds, no right, nobody may apply for it, it does not go on by itself.
 */
export const readCategory = (
  document: Row & { readonly _id: string },
): { readonly category: PatronCategory; readonly faults: readonly CategoryFault[] } => {
  const faults: CategoryFault[] = [];
  const report: Report = (field, code) => faults.push({ field, code });
  const name = readText(document, 'name', report);
  if (isAbsent(document['name'])) report('name', 'missing');
  const kind = readKind(document, report);
  const category: PatronCategory = {
    category: document._id,
    name: name ?? document._id,
    kind,
    membershipDays: readDays(document, kind, report),
    renewal: readOneOf(document, 'renewal', renewalWays, report) ?? safestRenewal(document, kind),
    renewalOpensDays: readNumber(document, 'renewalOpensDays', [0, mostDays], report) ?? usualRenewalDays,
    loanLimit: readLimit(document, 'loanLimit', report),
    holdLimit: readLimit(document, 'holdLimit', report),
    rights: readRights(document, report),
    proof: readText(document, 'proof', report),
    cardPrefix: readPrefix(document, report),
  };
  return { category, faults };
};

/** What is wrong in a category as it was typed, for the list of faults. */
export const categoryFaults = (document: Row & { readonly _id: string }): DocumentFault[] => {
  const { category, faults } = readCategory(document);
  const unknown = unknownFields(document, [...Object.keys(category), 'order']);
  return [...faults, ...unknown].map((fault) => ({ _id: `patron_categories/${document._id}`, ...fault }));
};

/** What is wrong in all of them together: two that are called the same are told apart by nobody. */
export const categoriesFaults = (
  documents: readonly (Row & { readonly _id: string })[],
): readonly DocumentFault[] => {
  const ids = new Map<string, string>();
  return documents.flatMap((document) => {
    const { name } = readCategory(document).category;
    const isDoubled = (ids.get(name) ?? document._id) !== document._id;
    ids.set(name, document._id);
    const fault = {
      _id: `patron_categories/${document._id}`,
      field: 'name',
      code: 'same-as-another',
    } as const;
    return [...categoryFaults(document), ...(isDoubled ? [fault] : [])];
  });
};
