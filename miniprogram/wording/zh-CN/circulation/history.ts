import { historyRefusals } from './loan-history';

export const historyWording = {
  title: '借阅历史',
  off: historyRefusals['history-off'].title,
  offAdvice:
    '图书馆不替您留着读过什么：书还了，第二天就忘了是谁借的，只有产生过逾期费的多留一段，一般一年。打开后，还的书记在这里，也是一年；随时能关，关掉就清空。',
  offGlyph: '史',
  turnOn: '打开借阅历史',
  turnOff: '关闭并清空',
  turnOffQuestion:
    '关闭后，已有的借阅历史马上清空，再打开也找不回来。逾期费还没缴的那几本，缴清后按图书馆的期限抹去，一般一年。',
  turnOffYes: '清空',
  since: (day: string): string => `${day}起的借阅`,
  search: '在书名、作者里找',
  total: (count: number): string => `${count} 本`,
  exportCsv: '导出表格',
  fileName: '借阅历史.csv',
  exported: (count: number): string => `${count} 本，用电脑上的表格软件打开`,
  notExported: '表格没有取到，请再试一次',
  columns: ['书名', '作者', '借出', '归还', '续借次数', '编号'],
  orders: { returned: '按归还', borrowed: '按借出', title: '按书名' },
  borrowed: (from: string, to: string): string => `${from} – ${to}`,
  renewals: (count: number): string => `续借 ${count} 次`,
  empty: '还没有还过书',
  emptyAdvice: '打开之后还的书，会记在这里',
  notFound: '没有找到',
  notFoundAdvice: '换个词试试',
  emptyGlyph: '空',
  more: '更早的借阅',
  unboundAdvice: '绑定后才有借阅历史',
} as const;

export const autoRenewalWording = {
  name: '自动续借',
  note: '到期前一天，没有人等就替您续上；续没续上都会告诉您',
  on: '已打开自动续借',
  off: '已关闭自动续借',
} as const;
