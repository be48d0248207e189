import type { RawRecord, Row, Warning } from './raw-record';

/** Names each column that nothing is taken from once a file. */
export class NewColumns {
  private readonly seen = new Set<string>();
  private readonly unknown: (row: Row) => readonly string[];

  constructor(unknown: (row: Row) => readonly string[]) {
    this.unknown = unknown;
  }

  startFile(): void {
    this.seen.clear();
  }

  warningsOf(raw: RawRecord): Warning[] {
    if (raw.kind !== 'row') return [];
    const fresh = this.unknown(raw.row).filter((column) => !this.seen.has(column));
    for (const column of fresh) this.seen.add(column);
    return fresh.map((column) => ({
      code: 'unknown-column',
      reason: `nothing is taken from "${column}"`,
      value: column,
    }));
  }
}
