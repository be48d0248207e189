import { deniesClients, type Collection } from '../collection';

export const searchCounts: Collection = {
  name: 'search_counts',
  owner: 'catalog',
  keptBy: 'functions',
  zh: '热门检索：每天每个检索词引向图书的人次，不记录是谁',
  en: 'How often a search led to a book on a day; nothing tells by whom',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '日期/检索词', en: 'Day and query' },
    day: { type: 'day', required: true, personal: false, zh: '日期', en: 'Library day' },
    query: { type: 'string', required: true, personal: false, zh: '检索词', en: 'Query, normalised' },
    count: { type: 'integer', required: true, personal: false, zh: '次数', en: 'How often' },
    groups: {
      type: 'integers',
      required: true,
      personal: false,
      zh: '已计入的组：读者分为 64 组，每天每词不同，认不出个人',
      en: 'Groups of patrons counted: 64, others for each day and query, so none tells a person',
    },
  },
  indexes: [
    {
      name: 'day_count',
      fields: [
        ['day', 1],
        ['count', -1],
      ],
    },
  ],
  rule: deniesClients,
};
