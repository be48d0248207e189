import {
  documentRange,
  misnumberedRange,
  type DocumentFault,
  type FaultList,
} from '../../kernel/document-fault';
import type { Catalogue, CopyPlace } from '../ports';

type Needs = { readonly catalogue: Catalogue; readonly faults: FaultList };

/** What one query gives: a sweep that goes beside it comes through the copies in its own time. */
const copiesPerRun = 1000;

/** Copies of books or item categories that are not there, or in branches that nobody described; where none is described, all are right. */
const misplaced = async ({ catalogue }: Needs, places: readonly CopyPlace[]): Promise<DocumentFault[]> => {
  const bookIds = [...new Set(places.flatMap(({ bookId }) => bookId ?? []))];
  const categories = [...new Set(places.flatMap(({ itemCategory }) => itemCategory ?? []))];
  const [existing, described, unknown] = await Promise.all([
    catalogue.existing(bookIds),
    catalogue.branchIds(),
    categories.length === 0 ? null : catalogue.unknownItemCategories(categories),
  ]);
  const [books, branches, unlisted] = [new Set(existing), new Set(described), new Set(unknown)];
  return places.flatMap(({ barcode, bookId, branchId, itemCategory }) => {
    const fault = (field: string, code: DocumentFault['code']) => ({ _id: `copies/${barcode}`, field, code });
    return [
      ...(bookId === null || books.has(bookId) ? [] : [fault('bookId', 'unknown-book')]),
      ...(branchId === null || branches.size === 0 || branches.has(branchId)
        ? []
        : [fault('branchId', 'unknown-branch')]),
      ...(itemCategory !== null && unlisted.has(itemCategory)
        ? [fault('itemCategory', 'unknown-category')]
        : []),
    ];
  });
};

/** Books and copies whose number is no text: no walk by number comes to them. */
const checkNumbers = async ({ catalogue, faults }: Needs): Promise<void> => {
  const [books, copies] = await Promise.all([
    catalogue.misnumbered('books'),
    catalogue.misnumbered('copies'),
  ]);
  await faults.renewRange(misnumberedRange('books', 'copies'), [...books, ...copies]);
};

/**
 * One step of the walk through the copies, four calls, five where copies name item categories: lists what is wrong with the next ones after a barcode, or
 * (null) at the end of the walk with the numbers themselves. Answers where to go on.
 */
export const checkCopies = async (needs: Needs, after: string | null): Promise<string | null> => {
  if (after === null) {
    await checkNumbers(needs);
    return '';
  }
  const { places, faults } = await needs.catalogue.copiesAfter(after, copiesPerRun);
  const last = places.length < copiesPerRun ? undefined : places.at(-1)?.barcode;
  const found = places.length === 0 ? [] : await misplaced(needs, places);
  await needs.faults.renewRange(documentRange('copies', after, last), [...faults, ...found]);
  return last ?? null;
};
