import { createHash } from 'node:crypto';
import { toBook, type Book } from './documents/book';
import { NewColumns } from './formats/new-columns';
import type { RawRecord, RecordReader, RejectedRecord, Warning } from './formats/raw-record';
import { fromCnmarc } from './mapping/cnmarc';
import type { BookDraft, CopyDraft } from './mapping/draft';
import { flavourOf, fromMarc21 } from './mapping/marc21';
import { fromRow, unknownColumns } from './mapping/rows';

/** A record that became a book. Its copies are resolved when it is known which branches there are. */
export type ReadBook = {
  readonly kind: 'book';
  readonly record: number;
  readonly book: Book;
  readonly copies: readonly CopyDraft[];
  readonly warnings: Warning[];
};

export type MappingOptions = {
  /** Which MARC it is; otherwise told record by record. */
  readonly flavour?: 'marc21' | 'cnmarc' | undefined;
  /** Stands before control numbers whose record names no agency, so that two libraries' numbers don't meet. */
  readonly agency?: string | undefined;
};

const draftOf = (raw: RawRecord, options: MappingOptions): BookDraft => {
  if (raw.kind === 'row') return fromRow(raw.row, raw.isTextExact);
  const flavour = options.flavour ?? flavourOf(raw.marc);
  return (flavour === 'cnmarc' ? fromCnmarc : fromMarc21)(raw.marc, options.agency);
};

/**
 * Turns records into books, and keeps apart what only looks the same: two records without numbers of their own that
 * share an ISBN but not the title (volumes of a set, mostly) must not overwrite each other in turns.
 */
export class BookReader {
  private readonly options: MappingOptions;
  private readonly titleByIsbnId = new Map<string, string>();
  private readonly columns = new NewColumns(unknownColumns);

  constructor(options: MappingOptions) {
    this.options = options;
  }

  async *read(records: RecordReader): AsyncGenerator<ReadBook | RejectedRecord> {
    this.columns.startFile();
    for await (const raw of records) yield raw.kind === 'rejected' ? raw : this.readOne(raw);
  }

  private readOne(raw: RawRecord): ReadBook | RejectedRecord {
    const { record } = raw;
    const warnings = [...raw.warnings, ...this.columns.warningsOf(raw)];
    const draft = draftOf(raw, this.options);
    const checked = toBook(draft, warnings);
    if (!checked.ok) return { kind: 'rejected', record, code: checked.code, reason: checked.reason };
    const { book } = checked;
    if (checked.idFrom === 'isbn' && this.isAnotherTitle(book))
      return {
        kind: 'rejected',
        record,
        code: 'same-isbn',
        reason: `an earlier record with ISBN ${book.isbns[0]} has another title; give both a record number`,
      };
    return { kind: 'book', record, book, copies: draft.copies, warnings };
  }

  private isAnotherTitle({ _id, title }: Book): boolean {
    const digest = createHash('sha1').update(title).digest('base64').slice(0, 12);
    const earlier = this.titleByIsbnId.get(_id);
    if (earlier === undefined) this.titleByIsbnId.set(_id, digest);
    return earlier !== undefined && earlier !== digest;
  }
}
