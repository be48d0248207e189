import { requests, type Changed } from '../../reindex';
import type { CloudDatabase } from './cloud-database';
import { writeBatch } from './collection-writer';

export type ChangedBooks = {
  /** To be told before the books are written. */
  readonly announce: (bookIds: readonly string[]) => Promise<void>;
  readonly changed: () => Changed;
};

/**
 * Gathers changed books, and asks for their index before they are written: an import that is killed leaves the
 * requests, and the next import or turn of the scheduler goes on with them. Beyond `most` it no longer names them,
 * since the whole index is then built sooner; that request is put anew each time, since a sweep may have come round
 * meanwhile.
 */
export const changedBooks = (database: CloudDatabase, most = 5_000): ChangedBooks => {
  const ids = new Set<string>();
  return {
    announce: async (bookIds) => {
      for (const id of bookIds) if (ids.size <= most) ids.add(id);
      if (ids.size > most) return database.set(requests, { _id: 'all', requestedAt: null });
      const stated = [...new Set(bookIds)].map((_id) => ({ document: { _id }, onlyWhenNew: {} }));
      await writeBatch(database, requests, stated);
    },
    changed: () => (ids.size > most ? 'all' : ids),
  };
};
