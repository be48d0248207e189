import { warningCodes, type RejectionCode, type Report, type WarningCode } from './report';

/** The words in which the command tells a librarian what happened. */
const rejections: Readonly<Record<RejectionCode, string>> = {
  'unreadable-file': '文件无法读取',
  'missing-file': '没有这个文件',
  'is-folder': '这是文件夹，请写出其中的文件',
  'no-permission': '没有读取这个文件的权限',
  'empty-file': '文件是空的',
  'bad-gzip': '.gz 压缩包已损坏',
  'not-excel': '不是 .xlsx 文件（旧的 .xls 请先在 Excel 里另存为 .xlsx）',
  'unknown-format': '不是书目文件：MARC、CSV、Excel、JSON Lines 都不是',
  'no-header': '没有写列名的一行，其中要有“题名”一列',
  'no-patron-header': '没有写列名的一行，其中要有“证号”一列',
  'bad-leader': '头标区有误',
  'bad-directory': '目次区有误',
  'bad-encoding': '字符编码无法识别',
  'bad-xml': 'XML 格式有误',
  'bad-json': 'JSON 格式有误',
  'bad-row': '表格行格式有误',
  'too-long': '记录过长',
  truncated: '记录不完整',
  'no-title': '没有题名',
  'no-loan-header': '没有写列名的一行，其中要有“条码号”一列',
  'no-barcode': '没有条码号',
  'bad-loan-day': '日期有误，应写作 2027-06-30，应还日期不早于借出日期',
  'bad-renewals': '续借次数应为整数',
  'unknown-card': '没有这位读者，请先导入读者',
  'unknown-barcode': '没有这一册，请先导入书目',
  'on-loan-already': '这一册在这里记录为借给别人',
  'kept-for-other': '这一册在这里为另一位读者的预约留着，没有收入；请核对，处理后再导入',
  'returned-already': '这次借阅在这里已经归还，不会再打开',
  'no-card': '没有证号',
  'bad-card': '证号有误：应为 3 到 32 位字母、数字或连字符（Excel 里请把这一列设为“文本”）',
  'no-name': '没有姓名',
  'unknown-category': '没有这种读者类别，请先在 patron_categories 里添加',
  'bad-end-day': '有效期有误，应写作 2027-06-30',
  'bad-pin': '初始密码过长，或不是文字与数字',
  'same-isbn': '与前面的记录 ISBN 相同而题名不同，请为两条记录各给一个记录号',
};

const warnings: Readonly<Record<WarningCode, string>> = {
  'mended-length': '记录长度有误，已修正',
  'mended-directory': '目次区位置有误，已按字段分隔符读取',
  'bad-tag': '字段号有误',
  'bad-indicator': '字段指示符有误',
  'bad-subfield-code': '子字段标识符有误',
  'bad-encoding': '个别字段有无法识别的字符',
  'bad-isbn': 'ISBN 有误，未收入',
  'bad-year': '出版年有误，未收入',
  'bad-day': '入藏日期有误，未收入',
  'bad-class': '分类号有误，未收入',
  'bad-language': '语种有误，未收入',
  'bad-barcode': '条码有误，这册复本未收入',
  'bad-status': '馆藏状态认不出，这册复本未收入',
  'no-branch': '不知属于哪个分馆，这册复本未收入；可用 --branch 分馆代码 指定',
  'unknown-branch': '没有登记的分馆，复本暂按原文归类；请用 --branch 原文=分馆代码 再导入一次',
  shortened: '内容过长，已截短',
  'unknown-column': '有用不到的列',
};

/** What is wrong with how the command was called. */
export const argumentWords = {
  noFile: '没有写要导入的文件',
  notOneOf: (option: string, value: string, allowed: readonly string[]): string =>
    `--${option} ${value}：只能是 ${allowed.join('、')}`,
  notFor: (option: string, to: string): string => `--to ${to} 时不能用 --${option}`,
  tablesOnly: (to: string): string => `--to ${to} 的文件只能是 csv、xlsx、jsonl`,
  emptyBranch: (text: string): string => `--branch ${text}：要写“原文=分馆代码”或分馆代码，两边都不能空`,
  unknownOption: (option: string): string => `没有 ${option} 这个选项`,
  wrongValue: (option: string): string => `${option} 的写法不对：缺了后面的值，或多写了值`,
} as const;

const rejectionsShown = 20;
const warningsShown = 10;

const place = (file: string, record: number): string => (record === 0 ? file : `${file} 第 ${record} 条`);

/** Words of our own for all but what has none: there the reason itself helps more than nothing. */
const rejectionLine = ({ file, record, code, reason }: Report['rejected'][number]): string =>
  `  ${place(file, record)}：${rejections[code]}${code === 'unreadable-file' ? `（${reason}）` : ''}`;

/** Each kind of warning with how many there are, and where the first ones are. */
const warningLines = ({ warned, warnings: kept }: Report): string[] =>
  warningCodes.flatMap((code) => {
    const count = warned[code] ?? 0;
    if (count === 0) return [];
    const shown = kept.filter((one) => one.code === code).slice(0, warningsShown);
    const places = shown.map(
      ({ file, record, value }) => `    ${place(file, record)}${value === undefined ? '' : `：${value}`}`,
    );
    const rest = count > shown.length ? [`    …… 前一百处见报告`] : [];
    return [`  注意：${warnings[code]}，${count} 处`, ...places, ...rest];
  });

/** What was done, in a few lines for the librarian at the terminal. */
export const summaryLines = (report: Report): string[] => {
  const { read, added, updated, unchanged, rejected, copies, interrupted } = report;
  const bad = rejected.filter(({ record }) => record > 0).length;
  const lines = [`读到 ${read} 条：新增 ${added}，更新 ${updated}，未变 ${unchanged}，未收 ${bad}`];
  const copyCount = copies.added + copies.updated + copies.unchanged;
  if (copyCount > 0)
    lines.push(`馆藏复本：新增 ${copies.added}，更新 ${copies.updated}，未变 ${copies.unchanged}`);
  if (report.pins !== undefined)
    lines.push(
      `初始密码：加密存入 ${report.pins.set}，保持原样 ${report.pins.kept}（读者已改过，或与上次相同）`,
    );
  lines.push(...rejected.slice(0, rejectionsShown).map(rejectionLine));
  if (rejected.length > rejectionsShown) lines.push(`  …… 共 ${rejected.length} 处，全部见报告`);
  lines.push(...warningLines(report));
  if (interrupted) lines.push('导入已中断，以上是中断前的结果；再次导入即可补齐，检索索引也会跟上');
  return lines;
};

export const progressWords = {
  reading: '正在导入',
  records: '条',
  indexing: '正在更新检索索引',
  toIndex: '尚余',
  indexed: '完成：检索索引已更新',
  patronsWritten: '完成：读者已写入',
  loansWritten: '完成：借阅已写入',
  written: '完成：已写入',
  waiting: '另一个导入正在写这个数据目录，等它结束后自动继续；如果其实没有，删除',
} as const;
