import Database from 'libsql';

export type Sqlite = InstanceType<typeof Database>;

/**
 * Opens the file. In write-ahead mode with `synchronous = NORMAL` a commit is in the hands of the operating system
 * when it returns: killing the process loses nothing; only a power cut could take the last commits, never half of
 * one (docs/decisions/0010). Pages are large because an index block fills a quarter of one.
 */
export const openSqlite = (file: string): Sqlite => {
  const sqlite = new Database(file);
  sqlite.pragma('page_size = 8192');
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma('cache_size = -24576');
  sqlite.pragma('wal_autocheckpoint = 4000');
  sqlite.pragma('journal_size_limit = 67108864');
  sqlite.pragma('temp_store = MEMORY');
  return sqlite;
};

/** Runs `work` in one SQLite transaction: all of it or nothing. Within another it is part of that one. */
export const atomically = <T>(sqlite: Sqlite, work: () => T): T => {
  if (sqlite.inTransaction) return work();
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    sqlite.exec('COMMIT');
    return result;
  } catch (error) {
    sqlite.exec('ROLLBACK');
    throw error;
  }
};
