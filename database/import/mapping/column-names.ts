import type { TableKind } from '../formats/table-row';
import { UnreadableFile } from '../formats/unreadable-file';
import type { BookDraft, CopyDraft } from './draft';

/** The columns that a table or a JSON object may have. */
export type ColumnField =
  Exclude<keyof BookDraft, 'copies' | 'isTextExact'> | keyof CopyDraft | 'subtitle' | 'translators';

/**
 * The names that a column goes by, in Chinese and English, without blanks and in lower case. The first of each is the
 * one that the README recommends.
 */
const names: Readonly<Record<ColumnField, readonly string[]>> = {
  id: ['记录号', '_id', 'id', '控制号', '书目号', 'bookid', 'recordid'],
  title: ['题名', 'title', '书名', '正题名', '题名与责任者', '名称'],
  subtitle: ['副题名', 'subtitle', '副书名', '副标题'],
  authors: ['责任者', 'authors', 'author', '作者', '著者', '主要责任者', '第一责任者', '编著者'],
  translators: ['译者', 'translators', 'translator'],
  publisher: ['出版社', 'publisher', '出版者', '出版单位'],
  year: ['出版年', 'year', '出版日期', '出版时间', '出版年份', 'published', 'pubdate'],
  isbns: ['isbn', 'isbns', '标准书号', '国际标准书号', 'isbn号', 'isbn13', 'isbn10'],
  language: ['语种', 'language', 'lang', '语言', '文种'],
  subjects: ['主题词', 'subjects', 'subject', '主题', '关键词', 'tags', '标签'],
  clc: ['分类号', 'clc', '中图分类号', '中图法分类号', '中图法'],
  callNumber: ['索书号', 'callnumber', '索取号', '排架号'],
  summary: ['内容提要', 'summary', '摘要', '提要', '简介', '内容简介', 'description'],
  addedOn: ['入藏日期', 'addedon', '入库日期', '上架日期', '登记日期'],
  barcode: ['条码号', 'barcode', '条形码', '条码', '馆藏条码', '登录号', '财产号'],
  branch: ['分馆', 'branch', 'branchid', '馆藏地', '馆藏地点', '所在馆', '馆藏地址'],
  shelf: ['架位', 'shelf', '书架', '架位号', '馆藏位置', '楼层'],
  status: ['状态', 'status', '馆藏状态', '书刊状态', '流通状态'],
  dueOn: ['应还日期', 'dueon', '应还日'],
  loans: ['借出次数', 'loans', '累计借出次数', '借阅次数'],
};

/**
 * Finds the field that a column's heading means, undefined where it means none. Blanks, case, `_`, `-` and what stands
 * in brackets do not count.
 */
export const columnFinder = <Field extends string>(
  known: Readonly<Record<Field, readonly string[]>>,
): ((heading: string) => Field | undefined) => {
  const byName = new Map<string, Field>(
    Object.entries<readonly string[]>(known).flatMap(([field, aliases]) =>
      aliases.map((alias) => [alias, field as Field] as const),
    ),
  );
  return (heading) => {
    const plain = heading
      .normalize('NFKC')
      .replace(/\(.*\)/u, '')
      .toLowerCase();
    return byName.get(plain.trim()) ?? byName.get(plain.replace(/[\s_\-:*]/gu, ''));
  };
};

/** The field of a book or a copy that a column's heading means, or undefined. */
export const fieldOfColumn = columnFinder(names);

/** A table of books names the title. */
export const bookTable: TableKind = {
  isKeyColumn: (heading) => fieldOfColumn(heading) === 'title',
  noHeader: () =>
    new UnreadableFile(
      'no-header',
      'no row names its columns: one of them must be called 题名, 书名 or title (see database/import/README.md)',
    ),
};
