import { basename } from 'node:path';
import { messageOf } from '../../local/command-line';
import { openFile } from './formats/open-file';
import { unreadable } from './formats/unreadable-file';
import { readRecords, type ReadOptions } from './formats/read-file';
import type { RecordReader, RejectedRecord, Warning } from './formats/raw-record';
import { addWarning, emptyReport, type RejectionCode, type Report } from './report';
import type { RecordSink } from './writing/sink';

/** Hears how far an import is; `packedBytes` of the file's `size` were read. */
export type Progress = {
  startFile(file: string, size: number): void;
  advance(packedBytes: number, records: number): void;
  endFile(): void;
};

/** What a record became: a book with its copies, a patron. */
export type ReadRecord = { readonly record: number; readonly warnings: Warning[] };

export type ImportParts<T extends ReadRecord> = {
  readonly reader: { read(records: RecordReader): AsyncIterable<T | RejectedRecord> };
  readonly readOptions: ReadOptions;
  readonly sink: RecordSink<T>;
  readonly progress: Progress;
  /** Ends the import before the next record; what was read by then is written and reported. */
  readonly stop: AbortSignal;
};

type Waiting<T> = { readonly file: string; readonly read: T }[];

const isRejected = (read: ReadRecord | RejectedRecord): read is RejectedRecord =>
  'kind' in read && read.kind === 'rejected';

/** Imports files one after the other, in batches of the sink. Memory does not grow with their size. */
class Importer<T extends ReadRecord> {
  private readonly parts: ImportParts<T>;
  private readonly waiting: Waiting<T> = [];
  readonly report: Report = emptyReport();

  constructor(parts: ImportParts<T>) {
    this.parts = parts;
  }

  async importFile(path: string): Promise<void> {
    const { reader, readOptions, sink, progress, stop } = this.parts;
    const file = basename(path);
    try {
      const opened = await openFile(path);
      progress.startFile(file, opened.size);
      let packedBytes = 0;
      const records = readRecords(opened, readOptions, (bytes) => void (packedBytes += bytes));
      for await (const read of reader.read(records)) {
        if (stop.aborted) break;
        this.report.read += 1;
        if (isRejected(read)) this.reject(file, read.record, read.code, read.reason);
        else this.waiting.push({ file, read });
        if (this.waiting.length >= sink.batchSize) await this.flush();
        progress.advance(packedBytes, this.report.read);
      }
    } catch (error) {
      if (error instanceof WriteFailed) throw error;
      const { code, message } = unreadable(error);
      this.reject(file, 0, code, message);
    }
    await this.flush();
    progress.endFile();
  }

  private reject(file: string, record: number, code: RejectionCode, reason: string): void {
    this.report.rejected.push({ file, record, code, reason });
  }

  private countPins(pins: readonly ('set' | 'kept')[]): void {
    if (pins.length === 0) return;
    const counted = (this.report.pins ??= { set: 0, kept: 0 });
    for (const one of pins) counted[one] += 1;
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0);
    const outcome = await this.parts.sink.write(batch.map(({ read }) => read)).catch((error: unknown) => {
      throw new WriteFailed(messageOf(error), { cause: error });
    });
    for (const one of outcome.records) this.report[one] += 1;
    for (const one of outcome.copies ?? []) this.report.copies[one] += 1;
    this.countPins(outcome.pins ?? []);
    for (const { file, read } of batch)
      for (const warning of read.warnings) addWarning(this.report, { file, record: read.record, ...warning });
  }
}

/** The cloud or the disk refused what was to be written: the import stops, since no further record would fare better. */
export class WriteFailed extends Error {
  override readonly name = 'WriteFailed';
}

/** Imports the files and says what was done. Throws `WriteFailed`. */
export const runImport = async <T extends ReadRecord>(
  files: readonly string[],
  parts: ImportParts<T>,
): Promise<Report> => {
  const importer = new Importer(parts);
  for (const file of files) if (!parts.stop.aborted) await importer.importFile(file);
  await parts.sink.finish();
  return parts.stop.aborted ? { ...importer.report, interrupted: true } : importer.report;
};
