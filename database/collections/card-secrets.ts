import { deniesClients, type Collection } from '../collection';

export const cardSecrets: Collection = {
  name: 'card_secrets',
  owner: 'membership',
  keptBy: 'functions',
  zh: '证卡密码：加盐散列，看不出原文',
  en: 'PINs of cards, hashed by scrypt with a salt each',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '证号', en: 'Card number' },
    salt: { type: 'string', required: true, personal: true, zh: '盐', en: 'Salt, base64' },
    hash: { type: 'string', required: true, personal: true, zh: '散列', en: 'Hash, base64' },
    mustChange: {
      type: 'boolean',
      required: true,
      personal: true,
      zh: '是否须在绑定时更换',
      en: 'Whether it must be changed at the next binding',
    },
  },
  indexes: [],
  rule: deniesClients,
};
