import type { Exported } from '../../../kernel/personal-data';

type Document = Exported['documents'][number];
type Fitting = { readonly data: Record<string, Document[]>; readonly isShortened: boolean };

const bytesOf = (document: Document): number => Buffer.byteLength(JSON.stringify(document)) + 1;

/** As many of these documents as fit, from the first on. */
const firstOf = (documents: readonly Document[], most: number): Document[] => {
  let bytes = 0;
  const end = documents.findIndex((document) => (bytes += bytesOf(document)) > most);
  return documents.slice(0, end === -1 ? documents.length : end);
};

const byLength = (a: Exported, b: Exported): number => a.documents.length - b.documents.length;

/**
 * What is exported, by collection, in at most so many bytes of JSON. Collections with few documents come first: they
 * are there whole where only the longest does not fit.
 */
export const whatFits = (exported: readonly Exported[], mostBytes: number): Fitting => {
  const filled = exported.filter(({ documents }) => documents.length > 0);
  const data: Record<string, Document[]> = {};
  let left = mostBytes;
  for (const { collection, documents } of [...filled].sort(byLength)) {
    const fitting = firstOf(documents, left);
    data[collection] = fitting;
    left -= fitting.reduce((bytes, document) => bytes + bytesOf(document), 0);
  }
  const isShortened = filled.some(
    ({ collection, documents }) => documents.length > (data[collection]?.length ?? 0),
  );
  return { data, isShortened };
};
