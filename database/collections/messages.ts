import { messageDetails } from '../../cloudfunctions/kernel/message';
import { deniesClients, type Collection } from '../collection';

export const messages: Collection = {
  name: 'messages',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '消息：告诉读者的每件事一条',
  en: 'Messages, one for each event that somebody is told of',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '事件编号', en: 'Key of the event' },
    openid: { type: 'string', personal: true, zh: '收件的微信', en: 'Openid of whom it is for' },
    card: { type: 'string', personal: true, zh: '收件的证号', en: 'Card of whom it is for' },
    kind: {
      type: 'string',
      required: true,
      personal: true,
      zh: '种类',
      en: 'Kind',
      values: Object.keys(messageDetails),
    },
    details: { type: 'any', required: true, personal: true, zh: '内容', en: 'What it tells' },
    at: { type: 'instant', required: true, personal: true, zh: '时间', en: 'When' },
    readAt: { type: 'instant', personal: true, zh: '读过的时间', en: 'When it was read' },
    cancelledAt: { type: 'instant', personal: true, zh: '撤回的时间', en: 'When it was taken back' },
  },
  indexes: [
    {
      name: 'card_at',
      fields: [
        ['card', 1],
        ['at', -1],
      ],
    },
    {
      name: 'openid_at',
      fields: [
        ['openid', 1],
        ['at', -1],
      ],
    },
    { name: 'at', fields: [['at', 1]] },
  ],
  rule: deniesClients,
};
