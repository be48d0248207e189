import { toPatron, unknownPatronColumns, type FindCategory, type StatedPatron } from './documents/patron';
import { NewColumns } from './formats/new-columns';
import type { RawRecord, RecordReader, RejectedRecord, Warning } from './formats/raw-record';

/** A row that became a patron. */
export type ReadPatron = StatedPatron & { readonly record: number; readonly warnings: Warning[] };

/** Turns rows into patrons. */
export class PatronReader {
  private readonly findCategory: FindCategory;
  private readonly columns = new NewColumns(unknownPatronColumns);

  constructor(findCategory: FindCategory) {
    this.findCategory = findCategory;
  }

  async *read(records: RecordReader): AsyncGenerator<ReadPatron | RejectedRecord> {
    this.columns.startFile();
    for await (const raw of records) yield raw.kind === 'rejected' ? raw : this.readOne(raw);
  }

  private readOne(raw: RawRecord): ReadPatron | RejectedRecord {
    const { record } = raw;
    if (raw.kind !== 'row')
      return { kind: 'rejected', record, code: 'bad-row', reason: 'a catalogue record is no patron' };
    const warnings = [...raw.warnings, ...this.columns.warningsOf(raw)];
    const stated = toPatron(raw.row, this.findCategory);
    return 'code' in stated ? { kind: 'rejected', record, ...stated } : { ...stated, record, warnings };
  }
}
