import { deniesClients, type Collection } from '../collection';

export const deskCodes: Collection = {
  name: 'desk_codes',
  owner: 'membership',
  keptBy: 'functions',
  zh: '服务台绑定码：馆员给到场读者，一次有效，五分钟内',
  en: 'Codes that staff give a patron at the desk: good once, for less than five minutes',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '编号', en: 'Number' },
    card: { type: 'string', required: true, personal: true, zh: '证号', en: 'Card number' },
    staff: {
      type: 'string',
      required: true,
      personal: true,
      zh: '给码馆员的微信标识',
      en: 'Openid of the member of staff who gave it',
    },
    reason: { type: 'string', required: true, personal: false, zh: '原因', en: 'Why it was given' },
    isUsed: { type: 'boolean', required: true, personal: false, zh: '是否用过', en: 'Whether it was used' },
    until: {
      type: 'integer',
      required: true,
      personal: false,
      zh: '有效至（毫秒）',
      en: 'Good until, in milliseconds',
    },
  },
  indexes: [{ name: 'until', fields: [['until', 1]] }],
  rule: deniesClients,
};
