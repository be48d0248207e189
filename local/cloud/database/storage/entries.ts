import type { Bytes } from '../indexes/encode-value';
import { readBlock, writeBlocks, type Block } from './block';
import type { KeyCursor, KeyEntry } from './key-cursor';
import type { Sqlite } from './sqlite';

/** Four blocks fill a page of 8 KB (see openSqlite). */
const blockSize = 1900;

const documentBytes = 4;

/** An entry of an index: the key, then the document's number, so that equal keys stand in natural order. */
export const entryOf = (key: Bytes, document: number): Bytes =>
  key +
  String.fromCharCode(
    (document >>> 24) & 0xff,
    (document >>> 16) & 0xff,
    (document >>> 8) & 0xff,
    document & 0xff,
  );

const fromEntry = (entry: Bytes): KeyEntry => {
  const end = entry.length - documentBytes;
  return {
    key: entry.slice(0, end),
    document:
      entry.charCodeAt(end) * 0x1000000 +
      (entry.charCodeAt(end + 1) << 16) +
      (entry.charCodeAt(end + 2) << 8) +
      entry.charCodeAt(end + 3),
  };
};

const bytes = (text: Bytes): Buffer => Buffer.from(text, 'latin1');

/** Joins two sorted lists, leaving out what `removed` holds. */
const merge = (old: readonly Bytes[], added: readonly Bytes[], removed: ReadonlySet<Bytes>): Bytes[] => {
  const merged: Bytes[] = [];
  let i = 0;
  for (const entry of old) {
    while (i < added.length && (added[i] as Bytes) < entry) merged.push(added[i++] as Bytes);
    if (added[i] === entry) i++;
    if (!removed.has(entry)) merged.push(entry);
  }
  return merged.concat(added.slice(i));
};

/** The entries of one index, in sorted blocks. */
export class Entries {
  private readonly statements: ReturnType<typeof prepare>;

  constructor(sqlite: Sqlite, index: number) {
    this.statements = prepare(sqlite, index);
  }

  /** Adds and removes entries; both lists in any order. */
  change(added: readonly Bytes[], removed: readonly Bytes[]): void {
    const gone = new Set(removed);
    const sortedAdded = added.toSorted(compareBytes);
    const all = removed.length > 0 ? sortedAdded.concat(removed).toSorted(compareBytes) : sortedAdded;
    let i = 0;
    let a = 0;
    while (i < all.length) {
      const target = all[i] as Bytes;
      const block = this.blockAt(target);
      const end = this.firstAfter(block?.first ?? target);
      const startAdded = a;
      i = end === undefined ? all.length : lowerBound(all, end, i);
      a = end === undefined ? sortedAdded.length : lowerBound(sortedAdded, end, a);
      this.rewrite(block, merge(block ? readBlock(block.body) : [], sortedAdded.slice(startAdded, a), gone));
    }
  }

  /** Whether any entry has this key and another document. */
  documentWithKey(key: Bytes): number | undefined {
    const entry = this.cursor(false).seek(key);
    return entry?.key === key ? entry.document : undefined;
  }

  cursor(backwards: boolean): KeyCursor {
    return backwards ? this.backwards() : this.forwards();
  }

  private rewrite(block: Block | undefined, entries: readonly Bytes[]): void {
    if (block) this.statements.remove.run([bytes(block.first)]);
    for (const { first, body } of writeBlocks(entries, blockSize))
      this.statements.insert.run([bytes(first), body]);
  }

  private forwards(): KeyCursor {
    let first: Bytes | undefined;
    let entries: readonly Bytes[] = [];
    let at = 0;
    const load = (block: Block | undefined): void => {
      first = block?.first;
      entries = block ? readBlock(block.body) : [];
      at = 0;
    };
    const current = (): KeyEntry | undefined => {
      if (at >= entries.length && first !== undefined) load(this.blockAfter(first));
      return at < entries.length ? fromEntry(entries[at] as Bytes) : undefined;
    };
    return {
      seek: (target) => {
        const last = entries.at(-1);
        if (last === undefined || last < target || (first as Bytes) > target)
          load(this.blockAt(target) ?? this.blockAfter(target));
        at = lowerBound(entries, target);
        return current();
      },
      next: () => {
        at++;
        return current();
      },
    };
  }

  private backwards(): KeyCursor {
    let first: Bytes | undefined;
    let entries: readonly Bytes[] = [];
    let at = -1;
    const load = (block: Block | undefined): void => {
      first = block?.first;
      entries = block ? readBlock(block.body) : [];
      at = entries.length - 1;
    };
    const current = (): KeyEntry | undefined => {
      if (at < 0 && first !== undefined) load(this.blockBefore(first));
      return at >= 0 ? fromEntry(entries[at] as Bytes) : undefined;
    };
    return {
      seek: (target) => {
        if (first === undefined || first >= target || (entries.at(-1) as Bytes) < target)
          load(this.blockBefore(target));
        at = lowerBound(entries, target) - 1;
        return current();
      },
      next: () => {
        at--;
        return current();
      },
    };
  }

  private blockAt(target: Bytes): Block | undefined {
    return toBlock(this.statements.at.get([bytes(target)]));
  }

  private blockAfter(first: Bytes): Block | undefined {
    return toBlock(this.statements.following.get([bytes(first)]));
  }

  private blockBefore(target: Bytes): Block | undefined {
    return toBlock(this.statements.before.get([bytes(target)]));
  }

  private firstAfter(first: Bytes): Bytes | undefined {
    const row = this.statements.firstAfter.get([bytes(first)]) as readonly [Buffer] | undefined;
    return row?.[0].toString('latin1');
  }
}

const compareBytes = (a: Bytes, b: Bytes): number => (a < b ? -1 : a > b ? 1 : 0);

const toBlock = (row: unknown): Block | undefined => {
  if (row === undefined) return undefined;
  const [first, body] = row as readonly [Buffer, Buffer];
  return { first: first.toString('latin1'), body };
};

const lowerBound = (entries: readonly Bytes[], target: Bytes, from = 0): number => {
  let low = from;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] as Bytes) < target) low = middle + 1;
    else high = middle;
  }
  return low;
};

const table = (index: number): string => `entries_${index}`;

export const createEntries = (sqlite: Sqlite, index: number): void => {
  sqlite.exec(`CREATE TABLE ${table(index)}(first BLOB PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID`);
};

export const dropEntries = (sqlite: Sqlite, index: number): void => {
  sqlite.exec(`DROP TABLE ${table(index)}`);
};

const prepare = (sqlite: Sqlite, index: number) => {
  const select = (what: string, where: string, order: string) =>
    sqlite
      .prepare(`SELECT ${what} FROM ${table(index)} WHERE first ${where} ? ORDER BY first ${order} LIMIT 1`)
      .raw();
  return {
    at: select('first, body', '<=', 'DESC'),
    following: select('first, body', '>', 'ASC'),
    before: select('first, body', '<', 'DESC'),
    firstAfter: select('first', '>', 'ASC'),
    insert: sqlite.prepare(`INSERT INTO ${table(index)}(first, body) VALUES(?, ?)`),
    remove: sqlite.prepare(`DELETE FROM ${table(index)} WHERE first = ?`),
  };
};
