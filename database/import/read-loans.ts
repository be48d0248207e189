import type { StatedLoan, TakenOver } from '../../cloudfunctions/circulation/domain/loans/loan-elsewhere';
import { readDay } from './documents/day';
import { NewColumns } from './formats/new-columns';
import type { RawRecord, RecordReader, RejectedRecord, Row, Warning } from './formats/raw-record';
import { textOf } from './mapping/cell-text';
import { fieldOfLoanColumn, type LoanColumn } from './mapping/loan-columns';
import type { RejectionCode } from './report';

/** A row that became a loan, and what came of it. */
export type ReadLoan = {
  readonly outcome: 'added' | 'updated' | 'unchanged';
  readonly record: number;
  readonly warnings: Warning[];
};

const cellsOf = (row: Row): ReadonlyMap<LoanColumn, unknown> =>
  new Map(
    Object.entries(row).flatMap(([column, cell]) => {
      const field = fieldOfLoanColumn(column);
      return field === undefined || textOf(cell) === undefined ? [] : [[field, cell] as const];
    }),
  );

/** A row as a loan; the code of what is wrong with it otherwise. */
export const toLoan = (row: Row): StatedLoan | RejectionCode => {
  const cells = cellsOf(row);
  const text = (field: LoanColumn): string => (textOf(cells.get(field)) ?? '').normalize('NFKC');
  const day = (field: LoanColumn) => readDay(cells.get(field));
  const [card, barcode, borrowedOn, dueOn] = [text('card'), text('barcode'), day('borrowedOn'), day('dueOn')];
  const renewals = text('renewals') === '' ? 0 : Number(text('renewals'));
  if (card === '') return 'no-card';
  if (barcode === '') return 'no-barcode';
  const isWrong = cells.has('returnedOn') && day('returnedOn') === null;
  if (borrowedOn === null || dueOn === null || dueOn < borrowedOn || isWrong) return 'bad-loan-day';
  if (!Number.isInteger(renewals) || renewals < 0) return 'bad-renewals';
  return { card, barcode, borrowedOn, dueOn, returnedOn: day('returnedOn'), renewals };
};

const refusals: Readonly<Record<Exclude<TakenOver, ReadLoan['outcome']>, RejectionCode>> = {
  'no-such-card': 'unknown-card',
  'no-such-copy': 'unknown-barcode',
  'on-loan': 'on-loan-already',
  'kept-for-other': 'kept-for-other',
  'returned-here': 'returned-already',
};

/** Turns rows into loans and takes each over as it comes: what is wrong with it shows only then. */
export class LoanReader {
  private readonly columns = new NewColumns((row) =>
    Object.keys(row).filter((column) => fieldOfLoanColumn(column) === undefined),
  );

  private readonly take: (loan: StatedLoan) => Promise<TakenOver>;

  constructor(take: (loan: StatedLoan) => Promise<TakenOver>) {
    this.take = take;
  }

  async *read(records: RecordReader): AsyncGenerator<ReadLoan | RejectedRecord> {
    this.columns.startFile();
    for await (const raw of records) yield raw.kind === 'rejected' ? raw : await this.readOne(raw);
  }

  private async readOne(raw: RawRecord): Promise<ReadLoan | RejectedRecord> {
    const { record } = raw;
    const rejected = (code: RejectionCode): RejectedRecord => ({
      kind: 'rejected',
      record,
      code,
      reason: code.replaceAll('-', ' '),
    });
    if (raw.kind !== 'row') return rejected('bad-row');
    const loan = toLoan(raw.row);
    if (typeof loan === 'string') return rejected(loan);
    const outcome = await this.take(loan);
    if (outcome === 'added' || outcome === 'updated' || outcome === 'unchanged')
      return { outcome, record, warnings: [...raw.warnings, ...this.columns.warningsOf(raw)] };
    return rejected(refusals[outcome]);
  }
}
