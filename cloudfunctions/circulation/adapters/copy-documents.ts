import { writtenText } from '../../kernel/typed-value';
import { usualItemCategory } from '../domain/policies/policy';
import type { Book, Copy, ShelvedCopy } from '../ports/records';

export type SomeDocument = { readonly _id: string } & Readonly<Record<string, unknown>>;

/** The catalogue names the mistakes; here a status that nobody understands keeps a copy from being lent. */
const statuses: readonly Copy['status'][] = [
  'available',
  'on-loan',
  'on-hold-shelf',
  'in-transit',
  'in-process',
  'reference',
  'missing',
];

/** A document of `copies`; null where it doesn't say of which book it is and where it belongs. */
export const copyOf = (document: SomeDocument | null): Copy | null => {
  if (document === null) return null;
  const [bookId, branchId] = [writtenText(document['bookId']), writtenText(document['branchId'])];
  if (bookId === null || branchId === null) return null;
  return {
    barcode: document._id,
    bookId,
    branchId,
    shelf: writtenText(document['shelf']),
    status: statuses.find((status) => status === document['status']) ?? 'in-process',
    itemCategory: writtenText(document['itemCategory']) ?? usualItemCategory,
    loans: Number.isInteger(document['loans']) ? (document['loans'] as number) : 0,
  };
};

/** The same with where it stands; none where it can't be read. */
export const shelvedCopyOf = (document: SomeDocument): readonly ShelvedCopy[] => {
  const copy = copyOf(document);
  return copy === null ? [] : [{ ...copy, callNumber: writtenText(document['callNumber']) }];
};

/** A document of `books`; null without a title. */
export const bookOf = (document: SomeDocument | null): Book | null => {
  const title = writtenText(document?.['title']);
  if (document === null || title === null) return null;
  const authors: unknown = document['authors'];
  const names: readonly unknown[] = Array.isArray(authors) ? authors : [authors];
  return { bookId: document._id, title, authors: names.flatMap((name) => writtenText(name) ?? []) };
};
