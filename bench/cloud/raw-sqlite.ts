import { join } from 'node:path';
import Database from 'libsql';
import { timed, type Timing } from './timing';

/** The anchor: the same machine's SQLite without anything around it, one row at a time in commits of its own. */
export const measureRawSqlite = async (folder: string, runs: number): Promise<readonly Timing[]> => {
  const sqlite = new Database(join(folder, 'anchor.sqlite'));
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.exec('CREATE TABLE rows(id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID');
  const insert = sqlite.prepare('INSERT INTO rows VALUES(?, ?)');
  const select = sqlite.prepare('SELECT body FROM rows WHERE id = ?');
  const body = JSON.stringify({ title: 'x'.repeat(200) });
  try {
    return [
      await timed('anchor: libsql insert, one commit each', runs, async (run) =>
        insert.run([`r${run}`, body]),
      ),
      await timed('anchor: libsql look-up', runs, async (run) => select.get([`r${run}`])),
    ];
  } finally {
    sqlite.close();
  }
};
