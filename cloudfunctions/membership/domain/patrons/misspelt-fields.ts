import type { DocumentFault } from '../../../kernel/document-fault';
import type { Written } from '../../../kernel/written-fields';
import { membershipStatuses } from './standing';

/** What is read of a patron, or shown to staff in the console. */
export const patronFields = [
  'name',
  'category',
  'department',
  'phone',
  'status',
  'endsOn',
  'initialPin',
] as const;
/** A status that stands as a field of its own is one that was meant and does not hold. */
const meant: readonly string[] = [...patronFields, ...membershipStatuses];

const plain = (field: string): string => field.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const without = (text: string, place: number): string => text.slice(0, place) + text.slice(place + 1);

/** Whether one letter is too many, missing or another, or two have changed places. */
const isOneOff = (one: string, other: string): boolean => {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < long.length && long[at] === short[at]) at += 1;
  if (long.length > short.length) return without(long, at) === short;
  const swapped = `${long.slice(0, at)}${long[at + 1]}${long[at]}${long.slice(at + 2)}`;
  return without(long, at) === without(short, at) || swapped === short;
};

const isMeant = (field: string, known: string): boolean => field === known || isOneOff(field, known);

/**
 * Fields of a patron that look like a known one and are none: a PIN in `initialPIN` is never hashed. A library may keep
 * others of its own.
 */
export const misspeltFields = (document: Written): readonly Omit<DocumentFault, '_id'>[] =>
  Object.keys(document)
    .filter((field) => !field.startsWith('_') && !patronFields.some((known) => known === field))
    .filter((field) => meant.some((known) => isMeant(plain(field), plain(known))))
    .map((field) => ({ field, code: 'unknown-field' }));
