import type { Catalogue, FaultList } from '../ports';

type Needs = { readonly catalogue: Catalogue; readonly faults: FaultList };

const atOnce = 200;

const idsIn = (collection: string, documentIds: readonly string[]): string[] =>
  documentIds.filter((id) => id.startsWith(`${collection}/`)).map((id) => id.slice(collection.length + 1));

/** Looks at the documents with a fault again: what was mended or taken away leaves the list. */
export const recheckFaults = async ({ catalogue, faults }: Needs): Promise<void> => {
  const documentIds = await faults.some(atOnce);
  if (documentIds.length === 0) return;
  const [books, copies] = await Promise.all([
    catalogue.books(idsIn('books', documentIds)),
    catalogue.copies(idsIn('copies', documentIds)),
  ]);
  await faults.renew(documentIds, [...books.faults, ...copies.faults]);
};
