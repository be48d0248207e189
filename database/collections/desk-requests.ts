import { deniesClients, type Collection } from '../collection';

export const deskRequests: Collection = {
  name: 'desk_requests',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '馆员最近办理的请求：同一请求再来时照样回答；七天后清除',
  en: 'What staff did lately, under their request keys, to be answered the same again; gone after seven days',
  fields: {
    _id: {
      type: 'string',
      required: true,
      personal: true,
      zh: '馆员的微信标识与请求编号',
      en: 'Openid of staff and request key',
    },
    openid: { type: 'string', required: true, personal: true, zh: '馆员的微信标识', en: 'Openid of staff' },
    digest: {
      type: 'string',
      required: true,
      personal: false,
      zh: '请求了什么（摘要）',
      en: 'Digest of what was asked for',
    },
    answer: { type: 'any', personal: true, zh: '当时的回答', en: 'What was answered' },
    at: { type: 'integer', required: true, personal: false, zh: '时间（毫秒）', en: 'When, in milliseconds' },
  },
  indexes: [{ name: 'at', fields: [['at', 1]] }],
  rule: deniesClients,
};
