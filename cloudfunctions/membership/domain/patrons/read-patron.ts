import type { DocumentFault } from '../../../kernel/document-fault';
import { typedDay } from '../../../kernel/typed-value';
import { cardNumberPattern } from '../card/card-number';
import { misspeltFields } from './misspelt-fields';
import type { Patron } from './patron';
import { membershipStatuses, type MembershipStatus } from './standing';

/** A document of `patrons` as it came. */
export type PatronDocument = { readonly _id: unknown } & Readonly<Record<string, unknown>>;
type Note = (field: string, code: DocumentFault['code']) => void;

/** So much of a name is shown, in UTF-16 units. */
const longestName = 60;

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

const readText = (document: PatronDocument, field: string, note: Note): string => {
  const value = document[field];
  if (typeof value !== 'string' && !isAbsent(value)) note(field, 'not-text');
  else if (isAbsent(value) || String(value).trim() === '') note(field, 'missing');
  return typeof value === 'string' ? value.trim() : '';
};

const readStatus = ({ status }: PatronDocument, note: Note): MembershipStatus => {
  if (isAbsent(status)) return 'active';
  const known = membershipStatuses.find((one) => one === status);
  if (known === undefined) note('status', 'unknown-status');
  return known ?? 'suspended';
};

/** `undefined` = something stands there that is no day. */
const readEnd = ({ endsOn }: PatronDocument, note: Note): string | null | undefined => {
  if (isAbsent(endsOn)) return null;
  const typed = typedDay(endsOn);
  if (typed === undefined) note('endsOn', 'not-a-day');
  else if (typed.isLoose) note('endsOn', 'loosely-written');
  return typed?.value;
};

/**
 * A document of `patrons` as it was understood, with what is wrong in it. What can't be read never gives more than was
 * meant: with a status or an end day that nobody understands the membership is suspended until it is mended. Null
 * where the number can't be that of a card.
 */
export const readPatron = (
  document: PatronDocument,
): { readonly patron: Patron | null; readonly faults: readonly DocumentFault[] } => {
  const card = String(document._id);
  const faults: DocumentFault[] = [];
  const note: Note = (field, code) => faults.push({ _id: `patrons/${card}`, field, code });
  const isNumbered = typeof document._id === 'string' && cardNumberPattern.test(document._id);
  if (!isNumbered) note('_id', 'not-a-card-number');
  const name = readText(document, 'name', note);
  if (name.length > longestName) note('name', 'too-long');
  const category = readText(document, 'category', note);
  const status = readStatus(document, note);
  const endsOn = readEnd(document, note);
  for (const { field, code } of misspeltFields(document)) note(field, code);
  const patron: Patron = {
    card,
    name,
    category,
    status: endsOn === undefined ? 'suspended' : status,
    endsOn: endsOn ?? null,
  };
  return { patron: isNumbered ? patron : null, faults };
};

/** A category that no document describes gives no loans and no holds; without any documents there are no limits to miss. */
export const unknownCategory = (
  { card, category }: Patron,
  known: ReadonlySet<string>,
): readonly DocumentFault[] =>
  category === '' || known.size === 0 || known.has(category)
    ? []
    : [{ _id: `patrons/${card}`, field: 'category', code: 'unknown-category' }];

/** The PIN that staff have typed and that is not hashed yet; null where there is none. A console may write a number. */
export const readInitialPin = ({ initialPin }: PatronDocument): string | null => {
  const written = typeof initialPin === 'number' ? String(initialPin) : initialPin;
  return typeof written === 'string' && written.trim() !== '' ? written : null;
};
