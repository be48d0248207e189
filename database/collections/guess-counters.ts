import { deniesClients, type Collection } from '../collection';

export const guessCounters: Collection = {
  name: 'guess_counters',
  owner: 'membership',
  keptBy: 'functions',
  zh: '试错次数：每张证、每个微信一条，过后自动删除',
  en: 'Tries that count against a card or a WeChat, gone by themselves',
  fields: {
    _id: {
      type: 'string',
      required: true,
      personal: true,
      zh: 'card:证号 或 openid:微信标识',
      en: 'card:NUMBER or openid:OPENID',
    },
    tries: { type: 'integer', required: true, personal: true, zh: '已试次数', en: 'How many tries' },
    lastAt: {
      type: 'integer',
      required: true,
      personal: true,
      zh: '上次试的时间（毫秒）',
      en: 'The last try, in milliseconds',
    },
    forgetAt: {
      type: 'integer',
      required: true,
      personal: false,
      zh: '何时不再算数（毫秒）',
      en: 'When they count no more, in milliseconds',
    },
  },
  indexes: [{ name: 'forgetAt', fields: [['forgetAt', 1]] }],
  rule: deniesClients,
};
