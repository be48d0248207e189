/** What patrons read who take something of their own along. */
export const takenFileWording = {
  ready: '已经备好',
  send: '发到聊天',
  copy: '复制内容',
  sent: '已发出',
  notSent: '没有发出，可以改用复制',
  copied: '已复制，可以粘贴到文件或聊天里',
  notCopied: '没能放到剪贴板，请再点一次',
  stays: '解绑一卡通时，手机里的这份文件一起删除',
} as const;
