import { deniesClients, type Collection } from '../collection';
import { doneRequestFields } from './done-requests';

export const wechatAccounts: Collection = {
  name: 'wechat_accounts',
  owner: 'membership',
  keptBy: 'functions',
  zh: '微信账号：它自己的那张证；一个微信只有一张自己的证',
  en: 'What a WeChat has: the one card of its own',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '微信标识', en: 'Openid' },
    card: {
      type: 'string',
      personal: true,
      zh: '自己的证号；这张证若已绑定到别的微信，这里还留着，好告诉本人',
      en: 'Its own card; stays when another WeChat has bound the card, so that this one can be told',
    },
    leaving: {
      type: 'strings',
      personal: true,
      zh: '已解绑、消息和家人关联还没清完的证号；清完即删',
      en: 'Cards that it unbound while their messages and family links are not all taken back; then they go',
    },
    unboundAt: {
      type: 'instant',
      personal: true,
      zh: '何时解绑；七天后整条删除',
      en: 'When its card was unbound; a week later the document goes',
    },
    doneRequests: {
      type: 'objects',
      required: true,
      personal: true,
      zh: '七天内办成的请求，重复时给同样的回答',
      en: 'What was done in the last seven days, to answer the same request alike',
      fields: doneRequestFields,
    },
  },
  indexes: [
    { name: 'unboundAt', fields: [['unboundAt', 1]] },
    { name: 'leaving', fields: [['leaving', 1]] },
  ],
  rule: deniesClients,
};
