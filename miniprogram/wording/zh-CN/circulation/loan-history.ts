import type { Failure } from '../failure';

export const historyRefusals = {
  'history-off': { title: '借阅历史没有打开', advice: '打开之后，归还的书会记在这里' },
} as const satisfies Readonly<Record<string, Failure>>;
