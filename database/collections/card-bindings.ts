import { deniesClients, type Collection } from '../collection';

export const cardBindings: Collection = {
  name: 'card_bindings',
  owner: 'membership',
  keptBy: 'functions',
  zh: '证卡绑定：每张证只绑定一个微信',
  en: 'Which WeChat a card is bound to: exactly one',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '证号', en: 'Card number' },
    openid: { type: 'string', required: true, personal: true, zh: '微信标识', en: 'Openid of the WeChat' },
    pseudonym: {
      type: 'string',
      required: true,
      personal: true,
      zh: '审计日志里的代号',
      en: 'The name without a meaning that stands in the audit log',
    },
    version: {
      type: 'integer',
      required: true,
      personal: false,
      zh: '第几次绑定',
      en: 'Which binding of the card it is, from 1',
    },
    boundAt: { type: 'instant', required: true, personal: true, zh: '绑定时间', en: 'When it was bound' },
  },
  indexes: [{ name: 'openid', fields: [['openid', 1]] }],
  rule: deniesClients,
};
