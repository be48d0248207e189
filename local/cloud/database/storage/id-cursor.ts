import type { Bytes } from '../indexes/encode-value';
import type { Documents } from './documents';
import type { KeyCursor, KeyEntry } from './key-cursor';

/** The index on `_id`, which every collection has. */
export const idCursor = (documents: Documents, backwards: boolean): KeyCursor => {
  let page: KeyEntry[] = [];
  let at = 0;

  const load = (target: Bytes): KeyEntry | undefined => {
    const rows = backwards ? documents.idsBefore(target) : documents.idsFrom(target);
    page = rows.map(([id, document]) => ({ key: id.toString('latin1'), document }));
    at = 0;
    return page[0];
  };

  return {
    seek: load,
    next: () => {
      const current = page[at];
      at++;
      if (at < page.length || current === undefined) return page[at];
      return load(backwards ? current.key : `${current.key}\0`);
    },
  };
};
