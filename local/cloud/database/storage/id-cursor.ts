import type { Bytes } from '../indexes/encode-value';
import type { Documents } from './documents';
import type { KeyCursor, KeyEntry } from './key-cursor';

/** A look-up of many single ids seeks each; a scan goes on from page to page. */
const rowsOfSeek = 2;
const rowsOfPage = 128;

/** The index on `_id`, which every collection has. */
export const idCursor = (documents: Documents, backwards: boolean): KeyCursor => {
  let page: KeyEntry[] = [];
  let at = 0;

  const load = (target: Bytes, limit: number): KeyEntry | undefined => {
    const rows = backwards ? documents.idsBefore(target, limit) : documents.idsFrom(target, limit);
    page = rows.map(([id, document]) => ({ key: id.toString('latin1'), document }));
    at = 0;
    return page[0];
  };

  return {
    seek: (target) => load(target, rowsOfSeek),
    next: () => {
      const current = page[at];
      at++;
      if (at < page.length || current === undefined) return page[at];
      return load(backwards ? current.key : `${current.key}\0`, rowsOfPage);
    },
  };
};
