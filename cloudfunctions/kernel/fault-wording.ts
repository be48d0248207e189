import type { DocumentFaultCode } from './document-fault';

/** What librarians read in the list of faults. */
export const faultWords: Readonly<Record<DocumentFaultCode, string>> = {
  missing: '没有填写',
  'not-a-document': '不是一条记录',
  'not-text': '应为文字',
  'not-a-list': '应为列表',
  'not-a-list-of-texts': '列表里有不是文字的一项',
  'not-a-row': '应为带字段的对象',
  'not-a-whole-number': '应为整数',
  'out-of-range': '数值超出范围',
  'too-long': '过长：读者只看到前面一部分，编号过长则不能显示',
  'not-a-day': '日期应写作 2027-01-31',
  'not-a-time': '时间应写作 08:00',
  'not-a-weekday': '星期应为 0（星期日）到 6（星期六）',
  'not-an-id': '应为编号',
  'not-an-isbn': 'ISBN 有误：位数或校验位不对',
  'not-a-language': '语种应为代码，如 zh、en',
  'not-a-class': '不是中图法分类号',
  'not-a-card-number': '证号应为 3 到 32 位字母、数字或连字符',
  'unknown-status': '没有这种状态',
  'unknown-book': '书目里没有这个书目号',
  'unknown-branch': '分馆里没有这个代码',
  'unknown-calendar': '没有这个日历',
  'loosely-written': '可以读懂，但日期应写作 2027-01-31，时间应写作 08:00',
  'ends-before-it-starts': '早于开始日期',
  'opens-and-closes-at-once': '开放时间与闭馆时间相同',
};
