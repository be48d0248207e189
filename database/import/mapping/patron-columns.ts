import type { TableKind } from '../formats/table-row';
import { UnreadableFile } from '../formats/unreadable-file';
import { columnFinder } from './column-names';

/** What a table of patrons may state. */
export type PatronColumn = 'card' | 'name' | 'category' | 'department' | 'endsOn' | 'initialPin';

/** The names that a column goes by; the first of each is the one that the README recommends. */
const names: Readonly<Record<PatronColumn, readonly string[]>> = {
  card: [
    '证号',
    'card',
    '_id',
    'id',
    '一卡通号',
    '借阅证号',
    '读者证号',
    '学号',
    '工号',
    '学工号',
    'cardnumber',
  ],
  name: ['姓名', 'name', '读者姓名'],
  category: ['读者类别', 'category', '类别', '读者类型', '身份', '类型'],
  department: ['院系', 'department', '单位', '学院', '部门', '院系或单位'],
  endsOn: ['有效期', 'endson', '有效期至', '有效期最后一天', '截止日期', '到期日', '到期日期', '失效日期'],
  initialPin: ['初始密码', 'initialpin', '密码', 'pin', 'password'],
};

/** The field of a patron that a column's heading means, or undefined. */
export const fieldOfPatronColumn = columnFinder(names);

/** A table of patrons names the card. */
export const patronTable: TableKind = {
  isKeyColumn: (heading) => fieldOfPatronColumn(heading) === 'card',
  noHeader: () =>
    new UnreadableFile(
      'no-patron-header',
      'no row names its columns: one of them must be called 证号, 学号 or card (see database/import/README.md)',
    ),
};
