import { heldBooks, type HeldBook } from '../domain/works/edition';
import type { Catalogue } from '../ports';

/** Reads these books with their copies; what is wrong in them is no matter here. */
export const holdBooks = async (catalogue: Catalogue, ids: readonly string[]): Promise<HeldBook[]> => {
  if (ids.length === 0) return [];
  const [books, copies] = await Promise.all([catalogue.books(ids), catalogue.copiesOf(ids)]);
  return heldBooks(books.records, copies.records);
};
