import type { TableKind } from '../formats/table-row';
import { UnreadableFile } from '../formats/unreadable-file';
import { columnFinder } from './column-names';

/** What a table of loans may state. */
export type LoanColumn = 'card' | 'barcode' | 'borrowedOn' | 'dueOn' | 'returnedOn' | 'renewals';

/** The names that a column goes by; the first of each is the one that the README recommends. */
const names: Readonly<Record<LoanColumn, readonly string[]>> = {
  card: ['证号', 'card', '一卡通号', '借阅证号', '读者证号', '学号', '工号', '学工号', 'cardnumber'],
  barcode: ['条码号', 'barcode', '条码', '馆藏条码', '图书条码'],
  borrowedOn: ['借出日期', 'borrowedon', '借阅日期', '借书日期', '借出日'],
  dueOn: ['应还日期', 'dueon', '到期日', '应还日'],
  returnedOn: ['归还日期', 'returnedon', '还书日期', '归还日'],
  renewals: ['续借次数', 'renewals', '已续借'],
};

/** The field of a loan that a column's heading means, or undefined. */
export const fieldOfLoanColumn = columnFinder(names);

/** A table of loans names the copy. */
export const loanTable: TableKind = {
  isKeyColumn: (heading) => fieldOfLoanColumn(heading) === 'barcode',
  noHeader: () =>
    new UnreadableFile(
      'no-loan-header',
      'no row names its columns: one of them must be called 条码号 or barcode (see database/import/README.md)',
    ),
};
