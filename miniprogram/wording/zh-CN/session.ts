/** What stands where a card is needed and none is bound. */
export const sessionWording = {
  bind: '绑定一卡通',
  unboundGlyph: '证',
  unbound: '还没有绑定一卡通',
  loansAdvice: '绑定后看借阅、到期提醒，一键续借',
  replaced: '这张证已绑到另一个微信',
  replacedAdvice: '这里已经退出。如果不是您本人绑定的，请重新绑定，并到服务台换密码',
  replacedNews: '您的借阅证刚在另一个微信上绑定，这里已经退出，存在这部手机上的借阅记录也已清除。',
  later: '先不绑',
  bindAgain: '重新绑定',
} as const;
