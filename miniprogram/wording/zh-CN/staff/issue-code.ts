import { askingWording } from '../asking';
/** What a patron reads who binds a card by a code of the desk. */
export const codeBindingWording = {
  lead: '把馆员给的绑定码填在这里',
  advice: '带上有效证件到服务台，馆员核对后给出绑定码，几分钟内有效、只能用一次，不用密码。',
  code: '绑定码',
  codeHint: askingWording.codeHint,
  codeFault: '请填绑定码',
} as const;

/** What staff read who make out such a code. */
export const issueCodeWording = {
  title: askingWording.makeCode,
  lead: '给到场的读者出绑定码',
  advice: '先核对证件。谁出的、为什么出，都会记下，读者看得到。',
  card: '证号',
  cardHint: '读者证上的号码',
  cardFault: askingWording.noCard,
  reason: '原因',
  reasonHint: '如：忘了密码',
  reasonFault: askingWording.noReason,
  issue: askingWording.makeCode,
  issuing: askingWording.makingCode,
  whose: (name: string, card: string): string => `${name} · ${card}`,
  left: (time: string): string => `还有效 ${time}，只能用一次`,
  over: '这个绑定码已经过期',
  minutes: (minutes: number, seconds: number): string => `${minutes} 分 ${seconds} 秒`,
  seconds: (seconds: number): string => `${seconds} 秒`,
  how: '请读者在「我的 → 绑定一卡通 → 用服务台的绑定码」里填',
  next: askingWording.nextPatron,
} as const;
