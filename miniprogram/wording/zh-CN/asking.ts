/** What several forms say while they ask for something. */
export const askingWording = {
  scanHint: '扫码或输入',
  noCard: '请填证号',
  noReason: '请写原因',
  noName: '请填姓名',
  nextPatron: '下一位读者',
  busy: '正在办理…',
  checking: '正在核对…',
  makingCode: '正在出码…',
  codeHint: '16 位字母和数字',
  makeCode: '出绑定码',
} as const;
