import { deniesClients, type Collection } from '../collection';

export const watchCalls: Collection = {
  name: 'watch_calls',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '待发的到书通知：有书在架了，还没告诉等的人',
  en: 'A copy is free, and those who asked to hear of it are still to be told',
  fields: {
    _id: {
      type: 'string',
      required: true,
      personal: false,
      zh: '书目号与第几次改动',
      en: 'Title and its sequence',
    },
    bookId: { type: 'string', required: true, personal: false, zh: '书目号', en: 'Record number' },
    cards: { type: 'strings', required: true, personal: true, zh: '要通知的证号', en: 'Cards to tell' },
    freeOn: { type: 'day', required: true, personal: false, zh: '哪天在架', en: 'Day the copy became free' },
  },
  indexes: [],
  rule: deniesClients,
};
