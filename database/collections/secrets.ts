import { deniesClients, type Collection } from '../collection';

export const secrets: Collection = {
  name: 'secrets',
  owner: 'membership',
  keptBy: 'functions',
  zh: '密钥：第一次用到时自动生成，定期更换，不要手改',
  en: 'Secrets: made when they are needed first, renewed from time to time, never edited',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '用途', en: 'What it is for' },
    keys: {
      type: 'objects',
      required: true,
      personal: false,
      zh: '密钥，新的在前',
      en: 'Keys, the newest first',
      fields: {
        key: { type: 'string', required: true, personal: false, zh: '密钥', en: 'The key itself' },
        madeAt: { type: 'instant', required: true, personal: false, zh: '生成时间', en: 'When it was made' },
      },
    },
  },
  indexes: [],
  rule: deniesClients,
};
